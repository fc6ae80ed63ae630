namespace SfMarketo.MarketoSim.Options;

/// <summary>Switch <c>http.5xxBody</c>: what HTTP 500 and 502 of the vendor's servers come with.</summary>
public enum ServerErrorBody
{
    /// <summary>The page of a proxy, <c>text/html</c>.</summary>
    Html,

    /// <summary>The envelope with the status as its code.</summary>
    Envelope,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>Switch <c>identity.grantTypeError</c>: the OAuth word for a <c>grant_type</c> that is not <c>client_credentials</c>.</summary>
public enum GrantTypeError
{
    /// <summary><c>invalid_request</c> when it is missing, else <c>unsupported_grant_type</c>.</summary>
    ByCase,

    /// <summary>Always <c>unsupported_grant_type</c>.</summary>
    Unsupported,

    /// <summary>Always <c>invalid_request</c>.</summary>
    InvalidRequest,
}
