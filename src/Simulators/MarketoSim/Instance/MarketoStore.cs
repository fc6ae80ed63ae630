namespace SfMarketo.MarketoSim.Instance;

/// <summary>All that an instance remembers about people and what happened to them; forked as a whole, copy-on-write.</summary>
internal sealed class MarketoStore
{
    private MarketoStore(PeopleTable people, ActivityLog activities, Programs.MemberTable members, Campaigns.RequestLog requests, Lists.ListTable lists,
        Companies.CompanyTable companies, Consent.ConsentTable consents, Campaigns.ScheduleTable schedules, WriteConditions conditions)
    {
        Conditions = conditions;
        People = people;
        Activities = activities;
        Members = members;
        Requests = requests;
        Lists = lists;
        Companies = companies;
        Consents = consents;
        Schedules = schedules;
    }

    public MarketoStore(PersonSchema schema, bool emailIgnoreCase)
        : this(schema, emailIgnoreCase, new WriteConditions())
    {
    }

    private MarketoStore(PersonSchema schema, bool emailIgnoreCase, WriteConditions conditions)
        : this(new PeopleTable(schema, emailIgnoreCase), new ActivityLog(conditions), new Programs.MemberTable(), new Campaigns.RequestLog(), new Lists.ListTable(),
            new Companies.CompanyTable(), new Consent.ConsentTable(), new Campaigns.ScheduleTable(), conditions)
    {
    }

    /// <summary>What faults do to the present write.</summary>
    public WriteConditions Conditions { get; }

    public PeopleTable People { get; }

    public ActivityLog Activities { get; }

    public Programs.MemberTable Members { get; }

    public Campaigns.RequestLog Requests { get; }

    public Lists.ListTable Lists { get; }

    public Companies.CompanyTable Companies { get; }

    public Consent.ConsentTable Consents { get; }

    public Campaigns.ScheduleTable Schedules { get; }

    /// <summary>The assets as they are now.</summary>
    public required AssetCatalog Assets { get; init; }

    public Campaigns.FlowState Flows { get; init; } = new();

    public MarketoStore Fork()
    {
        var conditions = new WriteConditions();
        return new MarketoStore(
            People.Fork(), Activities.Fork(conditions), Members.Fork(), Requests.Fork(), Lists.Fork(), Companies.Fork(), Consents.Fork(), Schedules.Fork(), conditions)
        {
            Assets = Assets.Fork(),
            Flows = Flows.Fork(),
        };
    }
}
