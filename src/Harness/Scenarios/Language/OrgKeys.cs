namespace SfMarketo.Harness.Scenarios.Language;

internal static class OrgKeys
{
    private static readonly MapShape Assignment = new(
        "an assignment",
        "The active Lead assignment rule.",
        new("rule", new ValueShape.Text(), "The rule's name.", Required: true),
        new("owners", new ValueShape.Count(1, 200), "New Leads go to so many owners in turn."));

    public static MapShape Record { get; } = new(
        "a record",
        "One record with its own values, made after all others.",
        new("object", new ValueShape.Word(EventWords.Records), "Its kind, such as salesforce Lead.", Required: true),
        new("as", new ValueShape.Text(), "Its name, for the timeline and expectations."),
        new("with", new ValueShape.Open(new ValueShape.Scalar()), "Its values, in the words of the object; $name is the id of a record above.", Required: true),
        new("linked", new ValueShape.Flag(), "True: its counterpart on the other side exists and is linked."));

    public static MapShape Shape { get; } = new(
        "an org",
        "What both systems hold when the run begins.",
        new("people", new ValueShape.Count(), "Leads and Contacts together; 200 when left out."),
        new("accounts", new ValueShape.Count(), "Accounts; 40 when left out."),
        new("linked", new ValueShape.Share(), "Share of the people whose Marketo person exists and is linked on both sides; 100% when left out."),
        new("contacts", new ValueShape.Share(), "Share of the people that are Contacts; 40% when left out."),
        new("marketoOnly", new ValueShape.Count(), "People in nurture that only Marketo knows; 50 when left out."),
        new("duplicates", new ValueShape.Share(), "Share of Leads that bear the e-mail of another row."),
        new("opportunities", new ValueShape.Count(), "Open opportunities, each with a Contact in a role."),
        new("nurtured", new ValueShape.Share(), "Share of people that are members of the acquisition programs."),
        new("outboundMessages", new ValueShape.Flag(), "Workflow rules send the engine an outbound message at each save."),
        new("taskExternalId", new ValueShape.Flag(), "Whether the field that keeps an activity's id on a Task can be an external id."),
        new("locale", new ValueShape.Text(), "A locale of Bogus, for names and telephone numbers, such as en or de."),
        new("assignment", new ValueShape.Nested(Assignment), "The active Lead assignment rule; none when left out."),
        new("empty", new ValueShape.Flag(), "True: nothing at all is there when the run begins."),
        new("records", new ValueShape.List(new ValueShape.Nested(Record)), "Single records, made after all others."));
}
