namespace SfMarketo.Harness.Checks;

/// <summary>Where a person stands with sales: one predicate over all live opportunities of the Contact (practice.md 1.3).</summary>
internal enum Standing
{
    /// <summary>No opportunity.</summary>
    None,

    /// <summary>All closed, none won.</summary>
    Lost,

    /// <summary>One not closed, none won.</summary>
    Open,

    /// <summary>One won.</summary>
    Customer,
}

/// <summary>A Contact's standing.</summary>
/// <param name="Standing">As it is now.</param>
/// <param name="Since">When it came to be so, microseconds since 1970 UTC.</param>
/// <param name="SuppressedSince">Since when it is one of those that acquisition leaves alone; null when it is not.</param>
/// <param name="FirstLost">When it was <see cref="Standing.Lost"/> for the first time; null when it never was.</param>
internal sealed record StandingPeriod(Standing Standing, long Since, long? SuppressedSince, long? FirstLost)
{
    public StandingPeriod Become(Standing standing, long at) => standing == Standing
        ? this
        : new(standing, at, standing is Standing.Customer or Standing.Lost ? SuppressedSince ?? at : null, FirstLost ?? (standing == Standing.Lost ? at : null));
}
