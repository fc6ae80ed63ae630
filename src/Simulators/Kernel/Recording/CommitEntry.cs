namespace SfMarketo.Kernel.Recording;

/// <summary>One line of the commit log: one record changed in a simulator's store.</summary>
/// <param name="Seq">Number of the commit, from 1; also the record's new version.</param>
/// <param name="Sim">The simulator's name.</param>
/// <param name="Call">The call that caused it, or 0 when no call did (a human, a rule, seeding).</param>
/// <param name="At">Microseconds since 1970 UTC.</param>
/// <param name="Object">The vendor's object name: <c>Lead</c>, <c>Contact</c>, <c>Person</c>, <c>Activity</c>, ...</param>
/// <param name="Id">The record's id as the API writes it.</param>
/// <param name="Op"><c>create</c>, <c>update</c>, <c>delete</c>, or a vendor verb such as <c>convert</c>, <c>assign</c>.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Cause">The client's credential, the human action's name, or the rule's name.</param>
/// <param name="Fields">What changed, old and new; on create every field that has a value.</param>
public readonly record struct CommitEntry(
    long Seq,
    string Sim,
    long Call,
    long At,
    string Object,
    string Id,
    string Op,
    Actor Actor,
    string Cause,
    IReadOnlyList<FieldChange> Fields)
{
    /// <summary>Of a person, the id (<c>marketoGUID</c>) of the first row of Marketo's activity log that tells of it: one row when it was created, else one for each of <see cref="Fields"/>, in their order. 0 when the log does not tell of it.</summary>
    public long Log { get; init; }
}

/// <summary>Who changed a record.</summary>
public enum Actor
{
    /// <summary>An API client, by a call.</summary>
    Client,

    /// <summary>A person at the vendor's own screens (a scenario's action or the control API).</summary>
    Human,

    /// <summary>A rule of the org or instance: assignment, workflow, smart campaign.</summary>
    Rule,
}

/// <summary>One field's change. Values are null, string, bool, int, long, double or decimal, as the API would write them.</summary>
public readonly record struct FieldChange(string Name, object? Old, object? New);
