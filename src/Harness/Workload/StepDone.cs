using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Workload;

/// <summary>One time that a step of the timeline was done.</summary>
/// <param name="Step">The step, with its line and its names.</param>
/// <param name="At">From the start of the run.</param>
public sealed record StepDone(TimelineStep Step, TimeSpan At);
