namespace SfMarketo.MarketoSim.Programs;

/// <summary>The words for types of programs.</summary>
internal static class ProgramWords
{
    public const string Engagement = "Engagement";
    public const string Email = "Email";

    public static IReadOnlyList<string> Types { get; } = ["Default", "Event", "Event with Webinar", Engagement, Email];

    /// <summary>The word of channels and tags for a type.</summary>
    public static string Applicable(string type) => type switch
    {
        "Event" => "event",
        "Event with Webinar" => "webinar",
        Engagement => "nurture",
        Email => "email",
        _ => "program",
    };

    public static string FolderType(string type) => type switch
    {
        "Event" or "Event with Webinar" => "Marketing Event",
        Engagement => "Nurture Program",
        Email => "Email Batch Program",
        _ => "Marketing Program",
    };

    /// <summary>The status that a new program has: only two types have one.</summary>
    public static string FirstStatus(string type) => type switch
    {
        Engagement => "off",
        Email => "unlocked",
        _ => "",
    };

    public static bool HasDates(string type) => type is not ("Default" or Engagement);
}
