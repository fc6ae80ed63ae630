namespace SfMarketo.MarketoSim.Programs;

/// <summary>A channel: the progression that its programs' members go through.</summary>
/// <param name="Name">Programs name their channel by it.</param>
/// <param name="Statuses">In the order of their steps.</param>
public sealed record MarketoChannel(string Name, IReadOnlyList<ProgressionStatus> Statuses);
