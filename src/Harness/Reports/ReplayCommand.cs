using System.Globalization;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Harness.Reports;

/// <summary>The command lines that lead back to a run.</summary>
public static class ReplayCommand
{
    private const string Program = "./sfmarketo";

    /// <summary>Plays the run again, the same to the byte: <c>./sfmarketo run FILE --seed N</c> and whatever else made it what it was.</summary>
    public static string Of(Scenario scenario, ulong seed, RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        List<string> words = [Program, "run", scenario.File, "--seed", seed.ToString(CultureInfo.InvariantCulture)];
        if (scenario.Name != Path.GetFileNameWithoutExtension(scenario.File))
        {
            words.AddRange(["--only", scenario.Name]);
        }

        foreach (var setting in options.Settings)
        {
            words.AddRange(["--set", setting]);
        }

        if (options.KillAt is { } passage)
        {
            words.AddRange(["--kill-at", passage.ToString(CultureInfo.InvariantCulture)]);
        }

        return string.Join(' ', words.Select(Quoted));
    }

    /// <summary>Tells one record's life from the run's folder, such as <c>./sfmarketo trace 00Q1 --in out/x</c>.</summary>
    /// <param name="id">As the vendor's API writes it.</param>
    /// <param name="folder">Of the run's records; null: it kept none, and <c>OUT</c> stands for where the next one will.</param>
    public static string Trace(string id, string? folder) => $"{Program} trace {Quoted(id)} --in {Quoted(folder ?? "OUT")}";

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./=:,@+%".Contains(letter, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
