namespace SfMarketo.Sync.Salesforce;

/// <summary>Where the org is, who we are there, and how much of it we may use.</summary>
public sealed record SalesforceSettings
{
    /// <summary>The authorization server: login.salesforce.com, test.salesforce.com or the org's My Domain host.</summary>
    public required Uri LoginUrl { get; init; }

    /// <summary>The consumer key of the connected app.</summary>
    public required string ClientId { get; init; }

    /// <summary>The integration user.</summary>
    public required string Username { get; init; }

    /// <summary>The RSA key of the app's certificate, as PEM.</summary>
    public required string PrivateKeyPem { get; init; }

    /// <summary>The assertion's audience. Default: the login URL without a trailing slash.</summary>
    public string? Audience { get; init; }

    public string ApiVersion { get; init; } = "59.0";

    /// <summary>Calls of ours at once. Default 10: Salesforce limits only those that run longer than 20 s, to 25 an org.</summary>
    public int ConcurrentCalls { get; init; } = 10;

    /// <summary>The share of the org's rolling day of requests, all users together, from which we stop.</summary>
    public double SelfCap { get; init; } = 0.8;

    /// <summary>While stopped, one call each so often looks whether there is room again.</summary>
    public TimeSpan ProbeEvery { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long we wait for an answer. Default 2 min: Salesforce ends a transaction after 10 minutes, but nothing here runs that long.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromMinutes(2);

    // A record's own ToString would print the key.
    public override string ToString() => LoginUrl.ToString();
}
