namespace SfMarketo.Harness.Scenarios.Language;

internal static class FaultKeys
{
    public static MapShape Match { get; } = new(
        "match",
        "Which calls a fault hits.",
        new("system", new ValueShape.Word(new KnownWord("marketo", "Calls to Marketo."), new KnownWord("salesforce", "Calls to Salesforce.")), "The system that is called.", Required: true),
        new("method", new ValueShape.Text(), "The HTTP method, such as POST."),
        new("path", new ValueShape.Text(), "The path, such as /rest/v1/leads.json; * stands for anything."),
        new("client", new ValueShape.Text(), "Only calls of this credential: a Marketo client id, a Salesforce user name."),
        new("query", new ValueShape.Text(), "Only calls whose query holds this text."),
        new("body", new ValueShape.Text(), "Only calls whose body holds this text."),
        new("human", new ValueShape.Flag(), "True: what people do at the vendor's screens, and no call. Goes with lateVisibility."),
        new("object", new ValueShape.Text(), "With human: only doings with this object, such as Contact or Person."),
        new("action", new ValueShape.Text(), "With human: only this doing, such as convert."),
        new("nth", new ValueShape.Count(1), "Only the call of this number, counted from 1."),
        new("probability", new ValueShape.Share(), "The share of the calls that are hit."),
        new("from", new ValueShape.Moment(), "Only from this moment on."),
        new("until", new ValueShape.Moment(), "Only before this moment."));

    public static MapShape Shape { get; } = new(
        "a fault",
        "A rule by which calls go wrong.",
        new("id", new ValueShape.Text(), "Its name, for the journal and for reached: fault.ID.", Required: true),
        new("match", new ValueShape.Nested(Match), "Which calls it hits.", Required: true),
        new("effect", EffectKeys.Value, "What happens to them, in the words of the control API.", Required: true),
        new("times", new ValueShape.Count(1), "At most so many calls; all when left out."));
}
