namespace SfMarketo.MarketoSim.Objects;

/// <summary>A record at one version. Never changed: a write makes another row.</summary>
internal sealed class ObjectRow(int place, object?[] values)
{
    /// <summary>Where it is in its table, for ever.</summary>
    public int Place { get; } = place;

    /// <summary>By field number of its <see cref="ObjectKind"/>.</summary>
    public object?[] Values { get; } = values;

    /// <summary>Number of the commit that made this row.</summary>
    public long Version { get; init; }

    public bool IsLive { get; init; } = true;
}
