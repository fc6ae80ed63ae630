using SfMarketo.Harness.Hosting;

namespace SfMarketo.Cli.Sim;

/// <summary>The command line of <c>sfmarketo sim</c>.</summary>
internal sealed record SimArguments(int SalesforcePort, int MarketoPort, string Data, ulong Seed, SimProfile Profile, bool Quiet, Uri? MessagesTo = null, string? Metadata = null)
{
    /// <summary>HTTPS beside HTTP.</summary>
    public bool Tls { get; init; }

    /// <summary>Where the certificate is written; null for the folder of settings.</summary>
    public string? TlsCertificate { get; init; }
}
