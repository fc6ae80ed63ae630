namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>The codes of problems in scenario files. They are stable: a code is never given a second meaning.</summary>
internal static class ProblemCode
{
    /// <summary>Every one, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(ProblemCode).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal),
    ];

    /// <summary>No file could be read at all, so that there is no place to name.</summary>
    public const string NoInput = "SC000";

    // The file as YAML.
    public const string Syntax = "SC001";
    public const string Tab = "SC002";
    public const string EmptyFile = "SC003";
    public const string DuplicateKey = "SC004";

    // Files that a file uses.
    public const string UsedFileMissing = "SC005";
    public const string UsedInCircle = "SC006";

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

    // Variables, the matrix, and what the command line sets.
    public const string UnknownVar = "SC040";
    public const string UnusedVar = "SC041";
    public const string BadMatrix = "SC042";
    public const string BadOverride = "SC043";

    // What the control API's own readers refuse.
    public const string BadEffect = "SC050";

    // What could not be checked.
    public const string NeverThere = "SC051";
}
