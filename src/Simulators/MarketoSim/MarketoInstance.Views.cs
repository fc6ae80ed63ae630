using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Engagement;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Lists;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim;

/// <content>What judges, meters and scenarios may see: outside the API, costing no call.</content>
public sealed partial class MarketoInstance
{
    /// <summary>People who are neither deleted nor merged away.</summary>
    public int LiveCount => Now().People.LiveCount;

    /// <summary>All people ever made, dead ones too, by id. Enumerate it while no call runs.</summary>
    public IEnumerable<PersonView> People
    {
        get
        {
            var people = Now().People;
            for (var place = 0; place < people.Count; place++)
            {
                yield return new PersonView(Schema, people.At(place));
            }
        }
    }

    /// <summary>The activity log, oldest first.</summary>
    public IEnumerable<ActivityView> Activities
    {
        get
        {
            var log = Now().Activities;
            for (var position = 0; position < log.Count; position++)
            {
                var entry = log[position];
                yield return new ActivityView(position, entry, Store.TypeOf(entry.Type)!);
            }
        }
    }

    /// <summary>People asked into campaigns by API, in order.</summary>
    public IReadOnlyList<CampaignRequest> CampaignRequests => Store.Requests.All;

    /// <summary>Batch campaigns' runs that are to come, in order.</summary>
    public IReadOnlyList<ScheduledRun> ScheduledRuns => Now().Schedules.All;

    /// <summary>Chains of campaigns that started one another without end and were cut off.</summary>
    public int StoppedCampaignChains => Campaigns.StoppedChains;

    /// <summary>The static lists, by id.</summary>
    public IReadOnlyCollection<MarketoList> Lists => Snapshot(assets => assets.Lists);

    /// <summary>The e-mail assets.</summary>
    public IReadOnlyCollection<MarketoEmail> Emails => Snapshot(assets => assets.Emails);

    /// <summary>The form assets.</summary>
    public IReadOnlyCollection<MarketoForm> Forms => Snapshot(assets => assets.Forms.Values);

    /// <summary>The programs as they are now, by id.</summary>
    public IReadOnlyCollection<MarketoProgram> Programs => Snapshot(assets => assets.Programs);

    /// <summary>The smart campaigns as they are now, by id.</summary>
    public IReadOnlyCollection<MarketoCampaign> SmartCampaigns => Snapshot(assets => assets.Campaigns);

    /// <summary>All companies ever made, deleted ones too, by id. Enumerate it while no call runs.</summary>
    public IEnumerable<CompanyView> Companies
    {
        get
        {
            var companies = Now().Companies;
            for (var place = 0; place < companies.Count; place++)
            {
                yield return new CompanyView(companies.Kind, companies.At(place));
            }
        }
    }

    /// <summary>The objects of the lead database other than people, as commits name them: <c>Company</c>, <c>Opportunity</c>, ... and the API names of custom objects.</summary>
    public IReadOnlyList<string> RecordObjects => [.. Now().Objects.All.Select(table => table.Kind.Name.Record)];

    /// <summary>All records of an object ever made, deleted ones too, oldest first. Enumerate it while no call runs.</summary>
    /// <param name="objectName">One of <see cref="RecordObjects"/>.</param>
    /// <exception cref="ArgumentException">There is no such object.</exception>
    public IEnumerable<RecordView> Records(string objectName)
    {
        var table = Now().Objects.All.FirstOrDefault(table => table.Kind.Name.Record == objectName)
            ?? throw new ArgumentException($"There is no object '{objectName}'. Objects: {string.Join(", ", RecordObjects)}.", nameof(objectName));
        return Enumerable.Range(0, table.Count).Select(place => new RecordView(table.Kind, table.At(place)));
    }

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

    /// <summary>Counted calls in the window that ends now.</summary>
    public int CallsInWindow
    {
        get
        {
            lock (Gate)
            {
                return limits.CallsInWindow(NowMicros);
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
    public PersonView? FindPerson(int id) => Now().People.FindAny(id) is { } row ? new PersonView(Schema, row) : null;

    /// <summary>The ids of the live people with this value of a searchable field, ascending.</summary>
    public IReadOnlyList<int> FindPeople(string fieldName, string value)
    {
        var field = Schema.Find(fieldName) is { Searchable: true } found ? found : throw new ArgumentException($"'{fieldName}' is not searchable.", nameof(fieldName));
        lock (Gate)
        {
            var ids = Now().People.Find(field, value).ToArray();
            Array.Sort(ids);
            return ids;
        }
    }

    /// <summary>The live company of this external key; null when there is none.</summary>
    public CompanyView? FindCompany(string externalId) => Now().Companies.Find(externalId) is { } row ? new CompanyView(Store.Companies.Kind, row) : null;

    /// <summary>The live company of this id; null when there is none.</summary>
    public CompanyView? FindCompany(int id) => Now().Companies.FindById(id) is { } row ? new CompanyView(Store.Companies.Kind, row) : null;

    /// <summary>A person's membership in a program; null when it is no member.</summary>
    public ProgramMember? FindMember(int programId, int personId) => Now().Members.Find(programId, personId);

    /// <summary>A program's members, by person.</summary>
    public IReadOnlyList<ProgramMember> ProgramMembers(int programId) => Now().Members.Of(programId);

    /// <summary>The value of a member's own field: <c>registrationCode</c>, <c>webinarUrl</c>, or one of the options.</summary>
    /// <exception cref="ArgumentException">Members have no such field of their own.</exception>
    public object? MemberValue(ProgramMember member, string fieldName)
    {
        ArgumentNullException.ThrowIfNull(member);
        var field = MemberSchema.Find(fieldName) is { ReadOnly: false } found ? found : throw new ArgumentException($"Program members have no field '{fieldName}' of their own.", nameof(fieldName));
        return MemberFields.ValueOf(member, field);
    }

    /// <summary>A static list's members, ascending.</summary>
    public IReadOnlyCollection<int> ListMembers(int listId) => Now().Lists.Of(listId).Keys;

    /// <summary>Whether a person is on a static list.</summary>
    public bool IsInList(int listId, int personId) => Now().Lists.Contains(listId, personId);

    /// <summary>The store, after what is due by now.</summary>
    private MarketoStore Now()
    {
        if (Due.NextAt is not null)
        {
            RunDue();
        }

        return Store;
    }

    private List<T> Snapshot<T>(Func<AssetCatalog, IEnumerable<T>> part)
    {
        lock (Gate)
        {
            return [.. part(Assets)];
        }
    }
}
