using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Identity;

/// <summary>A token of one custom service.</summary>
internal sealed class AccessToken(string text, MarketoCredential credential, long expiresAt)
{
    public string Text { get; } = text;

    public MarketoCredential Credential { get; } = credential;

    /// <summary>Microseconds since 1970 UTC; at this instant it is expired.</summary>
    public long ExpiresAt { get; } = expiresAt;

    /// <summary>Its expiry has been told once (602); later uses are told nothing (601).</summary>
    public bool ExpiryTold { get; set; }
}
