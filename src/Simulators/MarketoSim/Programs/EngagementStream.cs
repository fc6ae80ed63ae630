namespace SfMarketo.MarketoSim.Programs;

/// <summary>A stream of an engagement program: its e-mails go out one a cast, in this order, each once to a person.</summary>
/// <param name="Id">The stream's id: <i>Track ID</i> of activities.</param>
/// <param name="Name">The stream's name.</param>
/// <param name="Emails">Ids of the e-mails.</param>
public sealed record EngagementStream(int Id, string Name, IReadOnlyList<int> Emails);
