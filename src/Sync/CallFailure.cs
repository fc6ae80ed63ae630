using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync;

/// <summary>Why a call, or one record of it, did not do what was asked.</summary>
/// <param name="Api"><c>marketo</c> or <c>salesforce</c>.</param>
/// <param name="Code">The vendor's code, an HTTP status, or one of <see cref="LocalCodes"/>.</param>
/// <param name="Message">The vendor's text. It may quote field values: not for logs at Information.</param>
/// <param name="Action">What to do about it, from the API's error table.</param>
/// <param name="HttpStatus">0 when no answer was read.</param>
public readonly record struct CallFailure(string Api, string Code, string Message, ErrorAction Action, int HttpStatus)
{
    /// <summary>What it is about: <see cref="FailureScope.Content"/> unless the table says otherwise.</summary>
    public FailureScope Scope { get; init; }

    /// <summary>The family of endpoints whose breaker knows when a call makes sense again, such as <c>marketo leads write</c>; null when it is not about one.</summary>
    public string? Endpoint { get; init; }

    /// <summary>How many calls to <see cref="Endpoint"/> have failed in a row, this one included.</summary>
    public int InARow { get; init; }

    /// <summary>True for HTTP 500 of the endpoint itself: the server may be down, or one record of the call may be too much for it. A sign-in has no record.</summary>
    internal bool MayBeTheRecord => HttpStatus == 500 && Scope == FailureScope.Endpoint && Endpoint is not (EndpointFamilies.MarketoIdentity or EndpointFamilies.SalesforceSignIn);

    /// <summary>The field at fault, where the vendor names one.</summary>
    public string? Field { get; init; }

    /// <summary>Ids of other records the failure names: the matches of a duplicate rule, the holder of a unique value.</summary>
    public IReadOnlyList<string>? RelatedIds { get; init; }

    public override string ToString() => $"{Api} {Code} ({Action}, HTTP {HttpStatus})";
}

/// <summary>Codes for failures that no vendor answered.</summary>
public static class LocalCodes
{
    /// <summary>The connection broke after the request may have left.</summary>
    public const string Transport = "transport";

    /// <summary>No connection was made: the request never left.</summary>
    public const string NotSent = "not-sent";

    /// <summary>We gave up after the server's own time-out had passed.</summary>
    public const string Timeout = "time-out";

    /// <summary>An answer came, but it cannot be read: cut short, or not JSON.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>The answer does not have one result per record.</summary>
    public const string CountMismatch = "count-mismatch";

    /// <summary>The request would pass a documented limit and was not sent.</summary>
    public const string TooLarge = "too-large";

    /// <summary>A value cannot be put into the request, such as a filter value with a comma.</summary>
    public const string NotExpressible = "not-expressible";

    /// <summary>Its endpoints are taken to be down and it is not yet time for a probe: not sent.</summary>
    public const string Down = "down";

    /// <summary>Our own share of the Salesforce request limit is used up.</summary>
    public const string SelfCap = "self-cap";
}
