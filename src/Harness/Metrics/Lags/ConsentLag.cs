using SfMarketo.Harness.Checks;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Metrics.Lags;

/// <summary>From a change of the opt-out of a linked pair on one side, which the other side does not have yet, to the engine's commit of it there.</summary>
/// <remarks>A change that the engine takes back, such as an opt-in without evidence, is no flow.</remarks>
internal sealed class ConsentLag : IFlowLag
{
    private const string OnRow = "HasOptedOutOfEmail";
    private const string OnPerson = "unsubscribed";

    private readonly PairLinks links;
    private readonly FlowTimes times;
    private readonly HashSet<string> rowsOut = new(StringComparer.Ordinal);
    private readonly HashSet<string> peopleOut = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (bool IsOut, bool ToMarketo, long At)> waiting = new(StringComparer.Ordinal);

    public ConsentLag(PairLinks links, SystemsState start, FlowTimes times)
    {
        (this.links, this.times) = (links, times);
        foreach (var row in start.Leads.Concat(start.Contacts))
        {
            Set(rowsOut, row.Id, row[OnRow] is true);
        }

        foreach (var person in start.People)
        {
            Set(peopleOut, person.Id, person[OnPerson] is true);
        }
    }

    public void Add(in CommitEntry entry, bool isEngine)
    {
        if (entry.IsPerson())
        {
            if (entry.TryNew(OnPerson, out var value))
            {
                Set(peopleOut, entry.Id, value is true);
                Changed(entry, isEngine, toMarketo: false, entry.Id, value is true, links.Of(entry.Id).Row is { } row ? rowsOut.Contains(row) : null);
            }
        }
        else if (entry.IsSalesforcePerson() && entry.TryNew(OnRow, out var value))
        {
            Set(rowsOut, entry.Id, value is true);
            if (links.PersonOf(entry.Id) is { } person && entry.Op == "update")
            {
                Changed(entry, isEngine, toMarketo: true, person, value is true, peopleOut.Contains(person));
            }
        }
    }

    /// <param name="entry">The commit.</param>
    /// <param name="isEngine">The engine made it.</param>
    /// <param name="toMarketo">Where a human's change would have to go.</param>
    /// <param name="person">Of the pair.</param>
    /// <param name="isOut">The new value.</param>
    /// <param name="other">The other side's value; null without another side.</param>
    private void Changed(in CommitEntry entry, bool isEngine, bool toMarketo, string person, bool isOut, bool? other)
    {
        if (!isEngine)
        {
            if (other is null || other == isOut)
            {
                waiting.Remove(person);
            }
            else
            {
                waiting[person] = (isOut, toMarketo, entry.At);
            }
        }
        else if (waiting.TryGetValue(person, out var wanted))
        {
            if (wanted.ToMarketo != toMarketo && wanted.IsOut == isOut)
            {
                waiting.Remove(person);
                times.Add(wanted.At, entry.At, entry.Named());
            }
            else if (wanted.ToMarketo == toMarketo && wanted.IsOut != isOut)
            {
                waiting.Remove(person);
            }
        }
    }

    private static void Set(HashSet<string> set, string id, bool isIn)
    {
        if (isIn)
        {
            set.Add(id);
        }
        else
        {
            set.Remove(id);
        }
    }
}
