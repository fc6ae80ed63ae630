using SfMarketo.Harness.Reports;

namespace SfMarketo.Harness.Running.Relations;

/// <summary>A run with what others are compared with.</summary>
/// <param name="Result">As judged by itself.</param>
/// <param name="End">Both systems' end in canonical form.</param>
/// <param name="Trail">What people and engine did.</param>
/// <param name="Touched">Rows that were saved without a change when the people had gone.</param>
internal sealed record PlayedRun(RunResult Result, IReadOnlyList<string> End, RunTrail Trail, int Touched);
