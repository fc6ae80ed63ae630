namespace SfMarketo.Harness.Reports;

/// <summary>How long a flow took from what a human did to what the engine wrote, in virtual time.</summary>
public sealed record FlowLag(string Flow, long Count, TimeSpan P50, TimeSpan P95, TimeSpan Max);
