namespace SfMarketo.Tests.Contract.Fidelity;

/// <summary>A switch as the simulator has it.</summary>
/// <param name="Name">For example <c>rows.getDeletedCode</c>.</param>
/// <param name="Default">Its setting at the start.</param>
/// <param name="About">What it is about, or empty.</param>
/// <param name="Settings">What it takes; for numbers and durations a word that says so.</param>
internal sealed record SwitchFacts(string Name, string Default, string About, IReadOnlyList<string> Settings);
