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

    /// <summary>Writes the settings that point a client at the pair: a line <c>NAME=value</c> each, as a shell and as dotenv readers take it.</summary>
    public void WriteEnv(SimulatorPair pair, string marketoSecret)
    {
        var text = new StringBuilder();
        Add(text, "SF_URL", pair.SalesforceUrl);
        Add(text, "SF_CLIENT_ID", PairCredentials.SalesforceClientId);
        Add(text, "SF_USERNAME", PairCredentials.SalesforceUsername);
        Add(text, "SF_PRIVATE_KEY_FILE", KeyPath);
        Add(text, "MKTO_URL", pair.MarketoUrl);
        Add(text, "MKTO_CLIENT_ID", PairCredentials.MarketoClientId);
        Add(text, "MKTO_CLIENT_SECRET", marketoSecret);
        OwnFile.Write(Path.Combine(directory, "sim.env"), text.ToString());
    }

    private static void Add(StringBuilder text, string name, string value)
    {
        var plain = value.All(letter => char.IsAsciiLetterOrDigit(letter) || "/.:@_-+=\\".Contains(letter, StringComparison.Ordinal));
        text.Append(name).Append('=').Append(plain ? value : $"\"{value}\"").Append('\n');
    }
}
