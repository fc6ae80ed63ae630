using System.Globalization;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.SalesforceSim;

namespace SfMarketo.Harness.Workload;

/// <summary>What people do to tidy up both systems: delete, undelete, merge. Each method answers the id of the record it worked on, or null when none fits.</summary>
internal sealed class DataSteward(SalesforceOrg org, MarketoInstance instance, RecentTouches touches, TimeProvider time)
{
    private readonly Dictionary<string, CandidatePool> pools = new(StringComparer.Ordinal);
    private readonly CandidatePool people = new(
        () => [.. instance.People.Where(person => person.IsLive).Select(person => person.Id.ToString(CultureInfo.InvariantCulture))], time);

    public string? Delete(string of, string? who, Draws draws)
    {
        if (who is null && !Pool(of).TryPick(draws, id => IsLive(of, id), out who))
        {
            return null;
        }

        touches.Mark(Side.Salesforce, who);
        org.DeleteRow(who, "deleted");
        return who;
    }

    public string? Undelete(string of, string? who, Draws draws)
    {
        if (who is null)
        {
            string[] binned = [.. org.Rows(of, includeDeleted: true).Where(row => row.Deleted && row.Get("MasterRecordId") is null).Select(row => row.Id)];
            if (binned.Length == 0)
            {
                return null;
            }

            who = draws.Pick(binned);
        }

        org.UndeleteRow(who, "undeleted");
        touches.Mark(Side.Salesforce, who);
        return who;
    }

    /// <summary>The other row goes into the first.</summary>
    public string? Merge(string of, string? who, string? other, IReadOnlyList<KeyValuePair<string, object?>> with, Draws draws)
    {
        if ((who is null && !Pool(of).TryPick(draws, id => id != other && IsLive(of, id), out who))
            || (other is null && !Pool(of).TryPick(draws, id => id != who && IsLive(of, id), out other)))
        {
            return null;
        }

        touches.Mark(Side.Salesforce, who, other);
        org.MergeRows(of, who, [other], with, "merged");
        return who;
    }

    public string? DeletePerson(string? who, Draws draws)
    {
        if (who is null && !people.TryPick(draws, IsLivePerson, out who))
        {
            return null;
        }

        touches.Mark(Side.Marketo, who);
        return instance.DeletePerson(Number(who), "deleted") ? who : null;
    }

    public string? MergePeople(string? who, string? other, Draws draws)
    {
        if ((who is null && !people.TryPick(draws, id => id != other && IsLivePerson(id), out who))
            || (other is null && !people.TryPick(draws, id => id != who && IsLivePerson(id), out other)))
        {
            return null;
        }

        touches.Mark(Side.Marketo, who, other);
        return instance.MergePeople(Number(who), Number(other), "merged") ? who : null;
    }

    private CandidatePool Pool(string of)
    {
        if (!pools.TryGetValue(of, out var pool))
        {
            pools.Add(of, pool = new CandidatePool(() => [.. org.Rows(of).Select(row => row.Id)], time));
        }

        return pool;
    }

    private bool IsLive(string of, string id) => org.Find(id) is { Deleted: false } row && (of != "Lead" || row.Get("IsConverted") is false);

    private bool IsLivePerson(string id) => instance.FindPerson(Number(id)) is { IsLive: true };

    private static int Number(string id) => int.Parse(id, CultureInfo.InvariantCulture);
}
