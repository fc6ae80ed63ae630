using SfMarketo.Harness.OrgData;
using SfMarketo.SalesforceSim.Org.Metadata;

namespace SfMarketo.Harness.Hosting;

/// <summary>What a pair of simulators that listens on this machine is made of.</summary>
public sealed record PairSettings
{
    /// <summary>Default 5101; 0: any free port.</summary>
    public int SalesforcePort { get; init; } = 5101;

    /// <summary>Default 5102; 0: any free port.</summary>
    public int MarketoPort { get; init; } = 5102;

    /// <summary>Same seed and data, same records with the same ids.</summary>
    public ulong Seed { get; init; } = 1;

    public required OrgContent Content { get; init; }

    public required PairCredentials Credentials { get; init; }

    /// <summary>What the org's administrator has set up. Default nothing.</summary>
    public OrgMetadata SalesforceMetadata { get; init; } = OrgMetadata.None;

    public SimProfile Profile { get; init; } = SimProfile.Developer;

    /// <summary>Where the org sends an outbound message at each save of a Lead, Contact, Account or Opportunity; null: nowhere.</summary>
    /// <remarks>http or https, port 80, 443 or 1024 and up, as the vendor allows.</remarks>
    public Uri? MessagesTo { get; init; }

    /// <summary>Null: HTTP only.</summary>
    public TlsSettings? Tls { get; init; }
}
