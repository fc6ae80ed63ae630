namespace SfMarketo.Sync.Flows.FieldSync;

/// <summary>What one version of one side means for the other.</summary>
internal sealed class FieldSyncResult
{
    /// <summary>Person fields to write.</summary>
    public FieldBag ToMarketo { get; } = new();

    /// <summary>Salesforce fields to write.</summary>
    public FieldBag ToSalesforce { get; } = new();

    /// <summary>Salesforce fields whose wanted write lost against this version.</summary>
    public List<string> Withdrawn { get; } = [];

    /// <summary>The owner's present value is needed, to set a foreign change back.</summary>
    public bool ReadMarketo { get; set; }

    /// <inheritdoc cref="ReadMarketo"/>
    public bool ReadSalesforce { get; set; }

    /// <summary>Consent is among the writes: they go first.</summary>
    public bool IsConsent { get; set; }

    /// <summary>An opt-out was set back in Marketo and its log has not told why yet: the person is to be read again when it must have.</summary>
    public bool IsSuspect { get; set; }
}
