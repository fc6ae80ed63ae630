using System.Security.Cryptography;
using SfMarketo.Sync;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Salesforce;
using SfMarketo.Sync.Sources.OutboundMessages;
using SfMarketo.Sync.State;

namespace SfMarketo.Cli.LiveSync;

/// <summary>Makes the engine's settings from the environment and the file beside it; the environment wins. All that is wrong is said at once.</summary>
internal sealed class SyncConfiguration
{
    /// <summary>For the help.</summary>
    public const string Names = """
        Read from the environment, else from the file:
          SF_URL                  the org, such as https://mydomain.my.salesforce.com
          SF_CLIENT_ID            consumer key of the connected app
          SF_USERNAME             the integration user
          SF_PRIVATE_KEY_FILE     the app's private key, PEM
          SF_LOGIN_URL            where to sign in, if not at SF_URL
          SF_AUDIENCE             audience of the assertion, if not the sign-in URL
          SF_ORGANIZATION_ID      whose outbound messages are taken, if not the org signed in to
          MKTO_URL                the instance, such as https://123-ABC-456.mktorest.com
          MKTO_CLIENT_ID          of the custom service
          MKTO_CLIENT_SECRET
        """;

    private static readonly TimeSpan LongestAge = TimeSpan.FromSeconds(3);

    private readonly Func<string, string?> environment;
    private readonly List<string> problems = [];
    private readonly HashSet<string> missing = [];
    private Dictionary<string, string> file = [];
    private string? filePath;

    private SyncConfiguration(Func<string, string?> environment) => this.environment = environment;

    /// <param name="options">Of the command line.</param>
    /// <param name="environment">The value of an environment variable, or null.</param>
    /// <returns>Settings, or a sentence for each thing that is wrong.</returns>
    public static (SyncSettings? Settings, IReadOnlyList<string> Problems) Read(SyncOptions options, Func<string, string?> environment)
    {
        var configuration = new SyncConfiguration(environment);
        configuration.ReadFile(options.EnvironmentFile);
        var settings = configuration.ToSettings(options);
        return configuration.problems.Count == 0 ? (settings, []) : (null, configuration.problems);
    }

    private void ReadFile(string? named)
    {
        var path = named ?? SyncOptions.DefaultEnvironmentFile;
        if (!File.Exists(path))
        {
            if (named is not null)
            {
                problems.Add($"The file '{named}' of --env-file does not exist.");
            }

            return;
        }

        try
        {
            file = EnvironmentFile.Read(path, problems);
            filePath = path;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add($"The file '{path}' cannot be read: {failure.Message}");
        }
    }

    private SyncSettings ToSettings(SyncOptions options)
    {
        var salesforce = Address("SF_URL");
        var login = Find("SF_LOGIN_URL") is null ? salesforce : Address("SF_LOGIN_URL");
        var settings = new SyncSettings
        {
            StatePath = options.State,
            Durability = Durability.Full,
            Dialect = options.Dialect,
            OutboundMessages = new OutboundMessageSettings { OrganizationId = Organization() },
            Salesforce = new SalesforceSettings { LoginUrl = login, ClientId = Need("SF_CLIENT_ID"), Username = Need("SF_USERNAME"), PrivateKeyPem = PrivateKey(), Audience = Find("SF_AUDIENCE") },
            Marketo = new MarketoSettings { BaseAddress = Address("MKTO_URL"), ClientId = Need("MKTO_CLIENT_ID"), ClientSecret = Need("MKTO_CLIENT_SECRET") },
        };
        if (missing.Count > 0)
        {
            var where = filePath is null ? $"neither set in the environment nor in a file ('{SyncOptions.DefaultEnvironmentFile}' is written by 'sfmarketo sim')" : $"set neither in the environment nor in '{filePath}'";
            problems.Insert(0, $"{string.Join(", ", missing)}: {where}.");
        }

        if (options.Poll is { } poll)
        {
            settings = settings with { SalesforcePoll = poll, MarketoPoll = poll, ActivityPoll = poll, LongestMarketoPoll = poll };
        }

        // Somebody watches: what a poll brings waits a tenth of its interval for company, what a message brings to a slow one no longer than a fast one's.
        var age = settings.SalesforcePoll / 10;
        return settings with { FlushAge = age < LongestAge ? age : LongestAge };
    }

    private string? Find(string name) => environment(name) is { Length: > 0 } set ? set : file.GetValueOrDefault(name) is { Length: > 0 } written ? written : null;

    private string Need(string name)
    {
        if (Find(name) is { } value)
        {
            return value;
        }

        missing.Add(name);
        return "";
    }

    /// <summary>Only the origin is used: the clients know the paths.</summary>
    private Uri Address(string name)
    {
        var text = Need(name);
        if (text.Length > 0)
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp))
            {
                return new Uri(url.GetLeftPart(UriPartial.Authority));
            }

            problems.Add($"{name} is no URL that begins with https:// or http://.");
        }

        return new Uri("https://unknown.invalid");
    }

    private string? Organization()
    {
        var id = Find("SF_ORGANIZATION_ID");
        if (id is not null && !SalesforceId.TryParse(id, out _))
        {
            problems.Add("SF_ORGANIZATION_ID is no id of an organisation: 15 or 18 letters and digits that begin with 00D are expected.");
        }

        return id;
    }

    private string PrivateKey()
    {
        if (Need("SF_PRIVATE_KEY_FILE") is not { Length: > 0 } path)
        {
            return "";
        }

        // A relative path in the file may be meant from where the file is.
        var beside = filePath is null ? path : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(filePath))!, path);
        path = File.Exists(path) ? path : File.Exists(beside) ? beside : path;
        try
        {
            var pem = File.ReadAllText(path);
            using var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            rsa.ExportParameters(includePrivateParameters: true);
            return pem;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add($"The private key '{path}' of SF_PRIVATE_KEY_FILE cannot be read: {(failure is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : failure.Message)}.");
        }
        catch (Exception failure) when (failure is ArgumentException or CryptographicException)
        {
            problems.Add($"The file '{path}' of SF_PRIVATE_KEY_FILE holds no RSA private key in PEM form.");
        }

        return "";
    }
}
