using System.Globalization;
using System.Text;
using SfMarketo.Kernel.Guidance;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Cli.Sim;

/// <summary>Writes a call in one line: time, simulator, method, path, status, milliseconds, and what the vendor's code means.</summary>
/// <remarks>No query, which may hold e-mail addresses and tokens; a part of a path that looks like an address is hidden.</remarks>
internal static class CallText
{
    private const string Hidden = "***";

    public static string Of(in CallEntry entry, CodeWords words)
    {
        var culture = CultureInfo.InvariantCulture;
        var text = new StringBuilder();
        text.Append(culture, $"{Micros.ToInstant(entry.At):HH:mm:ss.fff} {entry.Sim,-10} {entry.Method,-6} {HideAddresses(entry.Path)} {(entry.Operation is null ? "" : entry.Operation + " ")}");
        text.Append(culture, $"{(entry.Status == 0 ? "no answer" : entry.Status.ToString(culture))} {(entry.DoneAt - entry.At) / 1000.0:0.0} ms");
        var separator = "  ";
        foreach (var code in entry.Codes)
        {
            text.Append(separator).Append(entry.Guidance is null ? words.Of(entry.Sim, code) : code);
            separator = "; ";
        }

        if (entry.Guidance is not null)
        {
            text.Append(' ').Append(entry.Guidance);
        }

        if (entry.Fault is not null)
        {
            text.Append(culture, $"  [fault {entry.Fault}]");
        }

        return text.ToString();
    }

    public static bool IsWarning(in CallEntry entry)
    {
        if (entry.Guidance?.StartsWith(NearMisses.Mark, StringComparison.Ordinal) == true)
        {
            return true;
        }

        foreach (var code in entry.Codes)
        {
            if (CodeWords.IsWarning(code))
            {
                return true;
            }
        }

        return false;
    }

    // An upsert by an e-mail field has the address in its path.
    private static string HideAddresses(string path)
    {
        if (!path.Contains('@', StringComparison.Ordinal) && !path.Contains("%40", StringComparison.Ordinal))
        {
            return path;
        }

        var parts = path.Split('/');
        for (var place = 0; place < parts.Length; place++)
        {
            parts[place] = parts[place].Contains('@', StringComparison.Ordinal) || parts[place].Contains("%40", StringComparison.Ordinal) ? Hidden : parts[place];
        }

        return string.Join('/', parts);
    }
}
