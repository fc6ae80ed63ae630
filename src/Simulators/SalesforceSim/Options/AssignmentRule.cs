namespace SfMarketo.SalesforceSim.Options;

/// <summary>A Lead assignment rule: the first entry that holds decides the owner.</summary>
/// <param name="Name">Cause of its commits.</param>
/// <param name="Entries">In order.</param>
public sealed record AssignmentRule(string Name, IReadOnlyList<AssignmentEntry> Entries);

/// <summary>One entry of an assignment rule.</summary>
/// <param name="Field">Field that is compared, ignoring case; null holds always.</param>
/// <param name="Value">Value it must have; null means empty.</param>
/// <param name="Owners">Usernames or queue names. More than one takes turns, as a round-robin formula does.</param>
public sealed record AssignmentEntry(string? Field, string? Value, IReadOnlyList<string> Owners);
