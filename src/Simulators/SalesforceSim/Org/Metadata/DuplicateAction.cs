namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>What a duplicate rule does.</summary>
public enum DuplicateAction
{
    /// <summary>Not checked.</summary>
    None,

    /// <summary>Saved; only reports show it.</summary>
    Report,

    /// <summary>Refused, unless the request allows the save.</summary>
    Alert,

    /// <summary>Refused always.</summary>
    Block,
}
