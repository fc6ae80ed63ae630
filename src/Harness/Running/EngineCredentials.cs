using System.Security.Cryptography;
using SfMarketo.MarketoSim.Options;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Salesforce;

namespace SfMarketo.Harness.Running;

/// <summary>The engine's own user in both simulated systems.</summary>
/// <remarks>The key is drawn once a process: it reaches no record, only its signatures travel.</remarks>
public static class EngineCredentials
{
    public const string Username = "sync@example.invalid";

    public const string ConsumerKey = "sfmarketo-sync";

    public const string MarketoClientId = "sync-engine";

    private const string MarketoClientSecret = "simulated-secret";

    private static readonly Uri SalesforceUrl = new("https://salesforce.example.invalid");
    private static readonly Uri MarketoUrl = new("https://123-abc-456.example.invalid");
    private static readonly Lazy<(string Private, string Public)> Key = new(static () =>
    {
        using var rsa = RSA.Create(2048);
        return (rsa.ExportPkcs8PrivateKeyPem(), rsa.ExportSubjectPublicKeyInfoPem());
    });

    public static MarketoCredential MarketoCredential { get; } = new(MarketoClientId, MarketoClientSecret, Username);

    public static OrgUser User { get; } = new(Username, "Engine", "Sync");

    public static ConnectedApp ConnectedApp => new(ConsumerKey, Key.Value.Public, [Username]);

    public static MarketoSettings MarketoSettings => new() { BaseAddress = MarketoUrl, ClientId = MarketoClientId, ClientSecret = MarketoClientSecret };

    public static SalesforceSettings SalesforceSettings => new()
    {
        LoginUrl = SalesforceUrl,
        ClientId = ConsumerKey,
        Username = Username,
        PrivateKeyPem = Key.Value.Private,
        Audience = "https://login.salesforce.com",
    };
}
