namespace SfMarketo.MarketoSim.Programs;

/// <summary>A channel: the progression that its programs' members go through.</summary>
/// <param name="Name">Programs name their channel by it.</param>
/// <param name="Statuses">In the order of their steps.</param>
public sealed record MarketoChannel(string Name, IReadOnlyList<ProgressionStatus> Statuses)
{
    /// <summary><c>program</c>, <c>event</c>, <c>webinar</c>, <c>nurture</c> or <c>email</c>.</summary>
    public string ApplicableProgramType { get; init; } = "program";
}
