namespace SfMarketo.MarketoSim.Instance;

/// <summary>All that an instance remembers about people and what happened to them; forked as a whole, copy-on-write.</summary>
internal sealed class MarketoStore
{
    private MarketoStore(PeopleTable people, ActivityLog activities, Programs.MemberTable members, Campaigns.RequestLog requests, Lists.ListTable lists,
        Objects.ObjectTables objects, Consent.ConsentTable consents, Campaigns.ScheduleTable schedules, BulkImport.ImportTable imports,
        BulkExtract.ExportTable exports, WriteConditions conditions)
    {
        Conditions = conditions;
        People = people;
        Activities = activities;
        Members = members;
        Requests = requests;
        Lists = lists;
        Objects = objects;
        Consents = consents;
        Schedules = schedules;
        Imports = imports;
        Exports = exports;
    }

    public MarketoStore(PersonSchema schema, bool emailIgnoreCase, IReadOnlyList<CustomObjects.MarketoCustomObject> customObjects)
        : this(schema, emailIgnoreCase, customObjects, new WriteConditions())
    {
    }

    private MarketoStore(PersonSchema schema, bool emailIgnoreCase, IReadOnlyList<CustomObjects.MarketoCustomObject> customObjects, WriteConditions conditions)
        : this(new PeopleTable(schema, emailIgnoreCase), new ActivityLog(conditions), new Programs.MemberTable(), new Campaigns.RequestLog(), new Lists.ListTable(),
            new Objects.ObjectTables(new Objects.ObjectKinds(schema), customObjects), new Consent.ConsentTable(), new Campaigns.ScheduleTable(), new BulkImport.ImportTable(),
            new BulkExtract.ExportTable(), conditions)
    {
    }

    /// <summary>What faults do to the present write.</summary>
    public WriteConditions Conditions { get; }

    public PeopleTable People { get; }

    public ActivityLog Activities { get; }

    public Programs.MemberTable Members { get; }

    public Campaigns.RequestLog Requests { get; }

    public Lists.ListTable Lists { get; }

    public Objects.ObjectTables Objects { get; }

    public Objects.ObjectTable Companies => Objects.Companies;

    public Consent.ConsentTable Consents { get; }

    public Campaigns.ScheduleTable Schedules { get; }

    /// <summary>The custom activity types of the instance.</summary>
    public Activities.Custom.CustomTypeTable CustomTypes { get; private init; } = new();

    /// <summary>What e-mails that were sent will still come to.</summary>
    public Engagement.MailingQueue Mailings { get; private init; } = new();

    /// <summary>An activity type: the vendor's, or a custom one; null when there is none.</summary>
    public ActivityType? TypeOf(int id) => ActivityTypes.Find(id) ?? CustomTypes.Find(id)?.Shown;

    /// <summary>The vendor's types and the approved custom ones, by id.</summary>
    public IEnumerable<ActivityType> AllTypes() => ActivityTypes.All.Concat(CustomTypes.All.Where(type => type.Live is not null).Select(type => type.Shown));

    public BulkImport.ImportTable Imports { get; }

    public BulkExtract.ExportTable Exports { get; }

    public Leads.CookieTable Cookies { get; private init; } = new();

    public Campaigns.CampaignMembers CampaignMembers { get; private init; } = new();

    /// <summary>The assets as they are now.</summary>
    public required AssetCatalog Assets { get; init; }

    public Campaigns.FlowState Flows { get; init; } = new();

    public MarketoStore Fork()
    {
        var conditions = new WriteConditions();
        return new MarketoStore(
            People.Fork(), Activities.Fork(conditions), Members.Fork(), Requests.Fork(), Lists.Fork(), Objects.Fork(), Consents.Fork(), Schedules.Fork(), Imports.Fork(),
            Exports.Fork(), conditions)
        {
            CustomTypes = CustomTypes.Fork(),
            Mailings = Mailings.Fork(),
            Cookies = Cookies.Fork(),
            CampaignMembers = CampaignMembers.Fork(),
            Assets = Assets.Fork(),
            Flows = Flows.Fork(),
        };
    }
}
