using System.Globalization;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>Follows which rows of Marketo's activity log the engine has been given: new people, changes by others of what the engine carries, forms and clicks.</summary>
/// <remarks>
/// A change is also known to who was given the person in that version or a later one. What happened before the engine's first call, and people who are gone, concern nobody.
/// </remarks>
internal sealed class LogWatch(CheckSettings settings)
{
    /// <summary>So long before the present rows are remembered that were given: keys of changes are kept for 25 h (docs/records.md).</summary>
    private const long Remembered = 24 * 3600 * Micros.PerSecond;

    private const int FillOutForm = 2;
    private const int ClickEmail = 11;

    private static readonly HashSet<string> Carried = new(
        MappedField.All.Where(mapped => mapped.Flow != FieldFlow.SalesforceToMarketo).Select(mapped => mapped.Marketo).Append(ConsentLog.AtMarketo).Append("lifecycleStage"), StringComparer.Ordinal);

    private readonly Dictionary<string, DueRow> due = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> ofPerson = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<DeliveredItem>> reading = [];
    private readonly Queue<(string Guid, DueRow Row)> recent = new();
    private readonly HashSet<string> gone = new(StringComparer.Ordinal);
    private long engineSince = long.MaxValue;

    /// <summary>Rows that concern the engine.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows that it was never given, oldest first.</summary>
    public IEnumerable<DueRow> Due => due.Values.OrderBy(row => row.At).ThenBy(row => row.Version);

    /// <summary>Rows of the last day, given or not, with their guids, oldest first; without those of people who are gone.</summary>
    public IEnumerable<(string Guid, DueRow Row)> Recent => recent.Where(one => !gone.Contains(one.Row.Id));

    /// <summary>Whether the engine was never given the row.</summary>
    public bool IsDue(string guid) => due.ContainsKey(guid);

    public void OnCommit(in CommitEntry entry)
    {
        if (entry.At < engineSince)
        {
            return;
        }

        if (entry.Object == RecordWords.Activity)
        {
            if (entry.TryNew("activityTypeId", out var type) && type is FillOutForm or ClickEmail)
            {
                Watch(entry.Id, new DueRow(entry.Object, entry.Id, entry.Seq, entry.At));
            }
        }
        else if (entry.IsPerson())
        {
            OnPerson(entry);
        }
    }

    public void OnDelivered(in DeliveredEntry entry)
    {
        if (entry.Sim != RecordWords.Marketo || due.Count == 0)
        {
            return;
        }

        foreach (var item in entry.Items)
        {
            if ((item.Object == RecordWords.Activity && due.ContainsKey(item.Id)) || (item.Object == RecordWords.Person && ofPerson.ContainsKey(item.Id)))
            {
                (reading.TryGetValue(entry.Call, out var items) ? items : reading[entry.Call] = []).Add(item);
            }
        }
    }

    public void OnCall(in CallEntry entry)
    {
        if (entry.IsEngine(settings))
        {
            engineSince = Math.Min(engineSince, entry.At);
        }

        if (entry.Sim != RecordWords.Marketo || !reading.Remove(entry.Call, out var items) || !entry.GivesEngine(settings))
        {
            return;
        }

        foreach (var item in items)
        {
            if (item.Object == RecordWords.Activity)
            {
                if (due.Remove(item.Id, out var row) && ofPerson.TryGetValue(row.Id, out var others) && others.Remove(item.Id) && others.Count == 0)
                {
                    ofPerson.Remove(row.Id);
                }
            }
            else if (ofPerson.Remove(item.Id, out var guids))
            {
                guids.RemoveAll(guid => !due.TryGetValue(guid, out var row) || (row.Version <= item.Version && due.Remove(guid)));
                if (guids.Count > 0)
                {
                    ofPerson[item.Id] = guids;
                }
            }
        }
    }

    private void OnPerson(in CommitEntry entry)
    {
        if (entry.Op is "delete" or "merge")
        {
            gone.Add(entry.Id);
            if (ofPerson.Remove(entry.Id, out var guids))
            {
                guids.ForEach(guid => due.Remove(guid));
            }
        }
        else if (entry.Log != 0 && !entry.IsEngine(settings))
        {
            var row = new DueRow(entry.Object, entry.Id, entry.Seq, entry.At);
            for (var place = 0; place < (entry.Op == "create" ? 1 : entry.Fields.Count); place++)
            {
                if (entry.Op == "create" || Carried.Contains(entry.Fields[place].Name))
                {
                    var guid = (entry.Log + place).ToString(CultureInfo.InvariantCulture);
                    (ofPerson.TryGetValue(entry.Id, out var guids) ? guids : ofPerson[entry.Id] = []).Add(guid);
                    Watch(guid, row);
                }
            }
        }
    }

    private void Watch(string guid, DueRow row)
    {
        Rows++;
        due[guid] = row;
        recent.Enqueue((guid, row));
        while (recent.Peek().Row.At < row.At - Remembered)
        {
            recent.Dequeue();
        }
    }
}
