namespace SfMarketo.Harness.Scenarios;

/// <summary>One kind of business event, arriving at random moments (Poisson) at a rate that follows the shape. Line: where it stands in the file.</summary>
public sealed record LoadLine(string Name, BusinessEvent Does, IReadOnlyList<LoadSegment> Shape, int Line);
