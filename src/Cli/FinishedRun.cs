using SfMarketo.Harness.Reports;

namespace SfMarketo.Cli;

/// <summary>A run and the wall time it took, which is no part of its result.</summary>
internal sealed record FinishedRun(RunResult Result, TimeSpan WallTime);
