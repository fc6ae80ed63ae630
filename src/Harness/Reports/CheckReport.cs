namespace SfMarketo.Harness.Reports;

/// <summary>What one check found.</summary>
/// <param name="Id">Such as A1; stable.</param>
/// <param name="Title">What must hold, in a few words.</param>
/// <param name="Passed">False also when it examined nothing.</param>
/// <param name="Examined">Items that it looked at.</param>
/// <param name="Violations">In the order of the run.</param>
public sealed record CheckReport(string Id, string Title, bool Passed, long Examined, IReadOnlyList<ViolationReport> Violations);
