namespace SfMarketo.Harness.Scenarios.Yaml;

/// <summary>Where something stands in a file: line and column count from 1, length in characters (at least 1).</summary>
internal readonly record struct Place(int Line, int Column, int Length)
{
    public static Place Start => new(1, 1, 1);
}
