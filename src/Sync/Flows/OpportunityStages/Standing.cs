namespace SfMarketo.Sync.Flows.OpportunityStages;

/// <summary>Where a person stands with us, by all live opportunities of its Contact (practice.md 1.3).</summary>
public enum Standing
{
    /// <summary>No opportunity.</summary>
    None = 0,

    /// <summary>None is won, one is open.</summary>
    Open = 1,

    /// <summary>None is won or open, one is closed lost.</summary>
    Lost = 2,

    /// <summary>One is won.</summary>
    Customer = 3,
}
