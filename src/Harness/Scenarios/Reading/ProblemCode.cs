namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>The codes of problems in scenario files. They are stable: a code is never given a second meaning.</summary>
internal static class ProblemCode
{
    // The file as YAML.
    public const string Syntax = "SC001";
    public const string Tab = "SC002";
    public const string EmptyFile = "SC003";
    public const string DuplicateKey = "SC004";

    // Keys and types.
    public const string MissingKey = "SC011";
    public const string NoValue = "SC012";
    public const string WrongType = "SC013";
    public const string UnknownKey = "SC014";
    public const string Conflict = "SC015";

    // Values.
    public const string BadDuration = "SC020";
    public const string BadNumber = "SC021";
    public const string BadShare = "SC022";
    public const string BadShape = "SC023";
    public const string BadTime = "SC024";
    public const string BadZone = "SC025";
    public const string BadComparison = "SC026";
    public const string BadName = "SC027";
    public const string OutsideTheRun = "SC028";
    public const string BadText = "SC029";

    // Words that must be known.
    public const string UnknownEvent = "SC030";
    public const string UnknownMetric = "SC031";
    public const string UnknownObject = "SC032";
    public const string UnknownField = "SC033";
    public const string UnknownWho = "SC034";
    public const string UnknownInvariant = "SC035";
    public const string NameTaken = "SC036";

    // What the control API's own readers refuse.
    public const string BadEffect = "SC050";
}
