namespace SfMarketo.MarketoSim.Programs;

/// <summary>A program: people are its members, in a status of its channel.</summary>
/// <param name="Id">Program id.</param>
/// <param name="Name">Program name.</param>
/// <param name="Channel">Name of its channel.</param>
public sealed record MarketoProgram(int Id, string Name, string Channel);
