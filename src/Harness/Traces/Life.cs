namespace SfMarketo.Harness.Traces;

/// <summary>One human in both systems, as a run's records tell it.</summary>
/// <param name="Members">Its records, in the order in which they were found.</param>
/// <param name="Emails">Addresses that it had in the run, sorted.</param>
/// <param name="Events">What happened, in order of time.</param>
/// <param name="Notes">What a reader must know to judge it.</param>
public sealed record Life(IReadOnlyList<LifeMember> Members, IReadOnlyList<string> Emails, IReadOnlyList<TraceEvent> Events, IReadOnlyList<string> Notes);
