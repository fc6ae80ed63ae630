namespace SfMarketo.Harness.Scenarios.Yaml;

/// <summary>Where something stands in a file: line and column count from 1, length in characters (at least 1).</summary>
/// <param name="Line">Counts from 1.</param>
/// <param name="Column">Counts from 1.</param>
/// <param name="Length">In characters.</param>
/// <param name="File">The used file, or the option of the command line, that it stands in; null: the scenario's own file.</param>
internal readonly record struct Place(int Line, int Column, int Length, string? File = null)
{
    public static Place Start => new(1, 1, 1);
}
