namespace SfMarketo.Cli.Coverage;

/// <summary>What the ledger of fidelity says of an item.</summary>
internal enum Standing
{
    /// <summary>A contract test shows what the vendor's page or a public client says.</summary>
    Proven,

    /// <summary>A contract test shows it, but only memory or inference stands behind it.</summary>
    Unverified,

    /// <summary>The vendor has it and no contract test shows it.</summary>
    Missing,

    /// <summary>The ledger does not know it.</summary>
    Unknown,
}
