using System.Security.Cryptography.X509Certificates;
using System.Text;
using SfMarketo.Harness.Hosting;

namespace SfMarketo.Cli.Sim;

/// <summary>The folder <c>.sfmarketo</c> in the current one: key and settings for clients. It hides itself from git.</summary>
internal sealed class SimFolder
{
    private readonly string directory;

    private SimFolder(string directory) => this.directory = directory;

    /// <summary>As it is shown to the user: relative to where they are.</summary>
    public static string EnvFile => Path.Combine(".sfmarketo", "sim.env");

    private string KeyPath => Path.Combine(directory, "salesforce.key");

    /// <exception cref="IOException">The folder cannot be made or written; also <see cref="UnauthorizedAccessException"/>.</exception>
    public static SimFolder Open(string current)
    {
        var folder = new SimFolder(Path.Combine(current, ".sfmarketo"));
        Directory.CreateDirectory(folder.directory);
        var ignore = Path.Combine(folder.directory, ".gitignore");
        if (!File.Exists(ignore))
        {
            File.WriteAllText(ignore, "*\n");
        }

        return folder;
    }

    public string ReadOrMakeKey() => KeyFile.ReadOrMake(KeyPath);

    /// <summary>The server's certificate: the one that is there while it is good, else a new one, which is written.</summary>
    /// <param name="file">Where it is kept in PEM form; null for <c>tls.pem</c> in this folder.</param>
    /// <param name="now">Judges the old one and dates the new one.</param>
    /// <returns>The certificate with its key, and the full path of its file.</returns>
    /// <exception cref="IOException">A file cannot be read or written; also <see cref="UnauthorizedAccessException"/>.</exception>
    public (X509Certificate2 Certificate, string Path) OpenCertificate(string? file, DateTimeOffset now)
    {
        var path = Path.GetFullPath(file ?? Path.Combine(directory, "tls.pem"));
        using var key = KeyFile.Open(Path.Combine(directory, "tls.key"), "clients want 2048 or more");
        if (File.Exists(path) && TlsCertificate.Read(File.ReadAllText(path), key, now) is { } known)
        {
            return (known, path);
        }

        var made = TlsCertificate.Make(key, now);
        File.WriteAllText(path, made.ExportCertificatePem() + "\n");
        return (made, path);
    }

    /// <summary>Writes the settings that point a client at the pair: a line <c>NAME=value</c> each, as a shell and as dotenv readers take it.</summary>
    public void WriteEnv(SimulatorPair pair, string marketoSecret, string? certificateFile)
    {
        var text = new StringBuilder();
        Add(text, "SF_URL", pair.SalesforceUrl);
        Add(text, "SF_CLIENT_ID", PairCredentials.SalesforceClientId);
        Add(text, "SF_USERNAME", PairCredentials.SalesforceUsername);
        Add(text, "SF_PRIVATE_KEY_FILE", KeyPath);
        Add(text, "MKTO_URL", pair.MarketoUrl);
        Add(text, "MKTO_CLIENT_ID", PairCredentials.MarketoClientId);
        Add(text, "MKTO_CLIENT_SECRET", marketoSecret);
        if (certificateFile is not null)
        {
            Add(text, "SF_TLS_URL", pair.SalesforceTlsUrl!);
            Add(text, "MKTO_TLS_URL", pair.MarketoTlsUrl!);
            Add(text, "NODE_EXTRA_CA_CERTS", certificateFile);
        }

        OwnFile.Write(Path.Combine(directory, "sim.env"), text.ToString());
    }

    private static void Add(StringBuilder text, string name, string value)
    {
        var plain = value.All(letter => char.IsAsciiLetterOrDigit(letter) || "/.:@_-+=\\".Contains(letter, StringComparison.Ordinal));
        text.Append(name).Append('=').Append(plain ? value : $"\"{value}\"").Append('\n');
    }
}
