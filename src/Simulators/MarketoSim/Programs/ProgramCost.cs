namespace SfMarketo.MarketoSim.Programs;

/// <summary>A period cost of a program.</summary>
/// <param name="StartDate"><c>2015-01-01</c>: the month that it is for.</param>
/// <param name="Cost">In the instance's currency.</param>
/// <param name="Note">May be empty.</param>
public sealed record ProgramCost(string StartDate, int Cost, string Note = "");
