namespace SfMarketo.Kernel.Faults;

/// <summary>What an HTTP status of a fault comes with.</summary>
public enum StatusBody
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The page that a proxy in front of the vendor sends, <c>text/html</c>.</summary>
    Html,

    /// <summary>The vendor's own error form.</summary>
    Vendor,
}
