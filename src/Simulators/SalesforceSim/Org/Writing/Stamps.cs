namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>Which stamps a change moves.</summary>
internal enum Stamps
{
    /// <summary>None: the vendor's silent roll-ups.</summary>
    None,

    /// <summary>SystemModstamp: changes by the system.</summary>
    System,

    /// <summary>SystemModstamp, LastModifiedDate and LastModifiedById: changes by a person or client.</summary>
    Modified,
}
