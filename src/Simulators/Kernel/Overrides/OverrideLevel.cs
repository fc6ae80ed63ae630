namespace SfMarketo.Kernel.Overrides;

/// <summary>Where an overridden answer shows its code.</summary>
public enum OverrideLevel
{
    /// <summary>In the result of one record.</summary>
    Record,

    /// <summary>As the answer of the whole call, with the vendor's status for such answers.</summary>
    Response,

    /// <summary>As an HTTP status: with the vendor's error form when there is a code, else without a body.</summary>
    Http,
}
