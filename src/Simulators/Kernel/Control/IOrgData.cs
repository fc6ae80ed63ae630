namespace SfMarketo.Kernel.Control;

/// <summary>Whoever can fill the simulators of a group: the host, because data links both systems.</summary>
public interface IOrgData
{
    /// <summary>The seed that the present records were made from.</summary>
    ulong Seed { get; }

    /// <summary>Refuses a reset that cannot be done, before anything is changed.</summary>
    /// <exception cref="ControlException">It cannot be done.</exception>
    void Check(string? data, ulong? seed, DateTimeOffset? clock)
    {
        // Most can be filled with anything at any time.
    }

    /// <summary>Replaces the records of all simulators of the group, as of <paramref name="now"/>. Tokens end, what was spent is free.</summary>
    /// <param name="data"><c>demo</c>, <c>empty</c>, or null for what the host was started with.</param>
    /// <param name="seed">Null: as before.</param>
    /// <param name="now">The instant at which the made-up past ends.</param>
    void Reset(string? data, ulong? seed, DateTimeOffset now);

    /// <summary>Adds linked people and accounts to what is there.</summary>
    /// <exception cref="ArgumentException">There is no such locale.</exception>
    void Add(int people, int companies, string locale);
}
