namespace SfMarketo.MarketoSim.Instance;

/// <summary>All that an instance remembers about people and what happened to them; forked as a whole, copy-on-write.</summary>
internal sealed class MarketoStore
{
    private MarketoStore(PeopleTable people, ActivityLog activities, Programs.MemberTable members, Campaigns.RequestLog requests, Campaigns.ListTable lists)
    {
        People = people;
        Activities = activities;
        Members = members;
        Requests = requests;
        Lists = lists;
    }

    public MarketoStore(PersonSchema schema, bool emailIgnoreCase)
        : this(new PeopleTable(schema, emailIgnoreCase), new ActivityLog(), new Programs.MemberTable(), new Campaigns.RequestLog(), new Campaigns.ListTable())
    {
    }

    public PeopleTable People { get; }

    public ActivityLog Activities { get; }

    public Programs.MemberTable Members { get; }

    public Campaigns.RequestLog Requests { get; }

    public Campaigns.ListTable Lists { get; }

    public MarketoStore Fork() => new(People.Fork(), Activities.Fork(), Members.Fork(), Requests.Fork(), Lists.Fork());
}
