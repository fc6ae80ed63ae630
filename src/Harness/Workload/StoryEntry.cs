namespace SfMarketo.Harness.Workload;

/// <summary>One deed of a line of the scenario.</summary>
/// <param name="At">Microseconds since 1970 UTC.</param>
/// <param name="Place">Such as scenarios/x.yaml:12.</param>
/// <param name="What">The line's own words.</param>
public readonly record struct StoryEntry(long At, string Place, string What)
{
    public override string ToString() => $"{Place}: {What}";
}
