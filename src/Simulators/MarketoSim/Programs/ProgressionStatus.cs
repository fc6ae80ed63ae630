namespace SfMarketo.MarketoSim.Programs;

/// <summary>A status of a progression.</summary>
/// <param name="Name">As members show it.</param>
/// <param name="Step">Members only go to higher steps.</param>
/// <param name="Success">Reaching it is the program's success.</param>
public sealed record ProgressionStatus(string Name, int Step, bool Success = false);
