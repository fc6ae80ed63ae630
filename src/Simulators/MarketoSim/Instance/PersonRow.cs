namespace SfMarketo.MarketoSim.Instance;

/// <summary>A person at one version. Never changed: a write makes another row.</summary>
internal sealed class PersonRow(int id, PersonValues values)
{
    public int Id { get; } = id;

    /// <summary>By field number.</summary>
    public PersonValues Values { get; } = values;

    /// <summary>Number of the commit that made this row.</summary>
    public long Version { get; init; }

    /// <summary>The call that created the person, 0 when a human did.</summary>
    public long CreatedByCall { get; init; }

    /// <summary>Microseconds since 1970 UTC.</summary>
    public long CreatedAt { get; init; }

    /// <summary>Last change of any field, microseconds; the visible <c>updatedAt</c> follows standard fields only.</summary>
    public long ChangedAt { get; init; }

    public bool IsLive { get; init; } = true;

    /// <summary>The winner of the merge that ended this person, or 0.</summary>
    public int MergedInto { get; init; }
}
