namespace SfMarketo.Tests.Contract.Targets;

/// <summary>Where the contract tests send their calls: to simulators in this process, or, when the environment names one, to another.</summary>
internal static class Target
{
    /// <summary>Tests of other projects use the hosts too: they stay with simulators of their own, and may look inside.</summary>
    public static bool IsContract { get; } = typeof(Target).Assembly.GetName().Name == "SfMarketo.Tests.Contract";

    /// <summary>The base address of a Marketo instance (<c>MKTO_URL</c>, without /rest), or null.</summary>
    public static Uri? Marketo { get; } = Address("MKTO_URL");

    public static string MarketoClient => Needed("MKTO_CLIENT_ID");

    public static string MarketoSecret => Needed("MKTO_CLIENT_SECRET");

    /// <summary>The base address of a Salesforce org (<c>SF_URL</c>), or null.</summary>
    public static Uri? Salesforce { get; } = Address("SF_URL");

    public static string SalesforceClient => Needed("SF_CLIENT_ID");

    public static string SalesforceUser => Needed("SF_USERNAME");

    public static string SalesforceKeyFile => Needed("SF_PRIVATE_KEY_FILE");

    /// <summary>Whether the Marketo simulator in this process takes the seed's forms (<c>SFMARKETO_COMPAT_SEED=on</c>).</summary>
    public static bool CompatSeed { get; } = Environment.GetEnvironmentVariable("SFMARKETO_COMPAT_SEED") == "on";

    private static Uri? Address(string name) => IsContract && Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
        ? Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : throw new InvalidOperationException($"{name} is '{text}', which is no address such as https://123-ABC-456.mktorest.com.")
        : null;

    private static string Needed(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
        ? text
        : throw new InvalidOperationException($"{name} is not set. Contract tests against another address need the URL and the credentials: see docs/fidelity-ledger.md.");
}
