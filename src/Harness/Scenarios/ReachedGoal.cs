namespace SfMarketo.Harness.Scenarios;

/// <summary>A figure that the run must have shown, such as marketo.inFlight ">= 10".</summary>
public sealed record ReachedGoal(string Metric, Comparison Goal, int Line);
