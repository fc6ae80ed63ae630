namespace SfMarketo.Harness.Scenarios.Language;

/// <summary>Forms of text as patterns (ECMA 262), without anchors.</summary>
internal static class Forms
{
    public const string Number = @"[0-9_]*\.?[0-9_]+";

    /// <summary>A number and its unit, or several: 1h5m.</summary>
    public const string Time = "(" + Number + "(ms|s|min|m|h|day|d))+";

    public const string Rate = Number + "/(ms|s|min|m|h|day|d)";
}
