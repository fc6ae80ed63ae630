using SfMarketo.Sync;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Salesforce;

namespace SfMarketo.Tests.Sync;

/// <summary>Settings for tests that call nobody.</summary>
internal static class BenchSettings
{
    public static SyncSettings Any { get; } = new()
    {
        StatePath = "",
        Salesforce = new SalesforceSettings { LoginUrl = new Uri("https://salesforce.example.invalid"), ClientId = "app", Username = "sync@example.invalid", PrivateKeyPem = "" },
        Marketo = new MarketoSettings { BaseAddress = new Uri("https://marketo.example.invalid"), ClientId = "service", ClientSecret = "secret" },
    };
}
