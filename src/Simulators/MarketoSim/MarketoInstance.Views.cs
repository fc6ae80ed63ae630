using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim;

/// <content>What judges, meters and scenarios may see: outside the API, costing no call.</content>
public sealed partial class MarketoInstance
{
    /// <summary>People who are neither deleted nor merged away.</summary>
    public int LiveCount => Store.People.LiveCount;

    /// <summary>All people ever made, dead ones too, by id. Enumerate it while no call runs.</summary>
    public IEnumerable<PersonView> People
    {
        get
        {
            for (var place = 0; place < Store.People.Count; place++)
            {
                yield return new PersonView(Schema, Store.People.At(place));
            }
        }
    }

    /// <summary>The activity log, oldest first.</summary>
    public IEnumerable<ActivityView> Activities
    {
        get
        {
            for (var position = 0; position < Store.Activities.Count; position++)
            {
                yield return new ActivityView(position, Store.Activities[position]);
            }
        }
    }

    /// <summary>People asked into campaigns by API, in order.</summary>
    public IReadOnlyList<CampaignRequest> CampaignRequests => Store.Requests.All;

    /// <summary>Calls counted today, in the quota's zone.</summary>
    public int UsageToday
    {
        get
        {
            lock (Gate)
            {
                return limits.UsedToday(NowMicros);
            }
        }
    }

    /// <summary>Calls inside the concurrency gate now.</summary>
    public int RunningCalls => limits.Running;

    /// <summary>Most calls that ran at once.</summary>
    public int PeakRunningCalls => limits.PeakRunning;

    /// <summary>Most counted calls in any window.</summary>
    public int PeakCallsInWindow => limits.PeakInWindow;

    /// <summary>A person, dead or alive; null for an id that was never given.</summary>
    public PersonView? FindPerson(int id) => Store.People.FindAny(id) is { } row ? new PersonView(Schema, row) : null;

    /// <summary>The ids of the live people with this value of a searchable field, ascending.</summary>
    public IReadOnlyList<int> FindPeople(string fieldName, string value)
    {
        var field = Schema.Find(fieldName) is { Searchable: true } found ? found : throw new ArgumentException($"'{fieldName}' is not searchable.", nameof(fieldName));
        lock (Gate)
        {
            var ids = Store.People.Find(field, value).ToArray();
            Array.Sort(ids);
            return ids;
        }
    }

    /// <summary>A program's members, by person.</summary>
    public IReadOnlyList<ProgramMember> ProgramMembers(int programId) => Store.Members.Of(programId);

    /// <summary>A static list's members, ascending.</summary>
    public IReadOnlyCollection<int> ListMembers(int listId) => Store.Lists.Members(listId);
}
