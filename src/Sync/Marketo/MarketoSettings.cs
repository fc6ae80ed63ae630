namespace SfMarketo.Sync.Marketo;

/// <summary>Where one Marketo instance is and how to sign in.</summary>
public sealed record MarketoSettings
{
    /// <summary>The instance's origin, such as <c>https://123-ABC-456.mktorest.com</c>: without <c>/rest</c>, because identity and bulk do not have it.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>Of the custom service (LaunchPoint).</summary>
    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    /// <summary>
    /// Ask for a token this long before the present one expires. Default zero: at its expiry. Marketo answers an earlier question with the same token, so nothing is
    /// gained; it does no harm either, because it is asked once a minute at most and by one caller, and the present token serves whatever the answer is.
    /// </summary>
    public TimeSpan RefreshTokenBefore { get; init; }

    // A record's own ToString would print the secret.
    public override string ToString() => BaseAddress.ToString();
}
