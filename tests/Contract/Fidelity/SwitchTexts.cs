using System.Text.RegularExpressions;
using SfMarketo.Tests.Contract.Hosting;

namespace SfMarketo.Tests.Contract.Fidelity;

/// <summary>What each switch is about, from the summaries of the options: <c>[name] text</c> <c>&lt;c&gt;name&lt;/c&gt;: text</c>, or <c>&lt;c&gt;name = setting&lt;/c&gt;: text</c> of that setting.</summary>
internal static partial class SwitchTexts
{
    /// <param name="files">Source files from the root of the repository, separated by <c>/</c>.</param>
    /// <returns>Texts by the names of switches.</returns>
    public static IReadOnlyDictionary<string, string> Read(params IEnumerable<string> files)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (Match summary in Summary().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, file))))
            {
                foreach (Capture name in summary.Groups["name"].Captures)
                {
                    texts[name.Value] = (summary.Groups["value"] is { Success: true } value ? $"{value.Value}: " : "") + Plain(summary.Groups["text"].Value);
                }
            }
        }

        return texts;
    }

    private static string Plain(string text) => See().Replace(text, "`$1`").Replace("<c>", "`", StringComparison.Ordinal).Replace("</c>", "`", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal);

    [GeneratedRegex(@"<summary>(?:\[(?<name>[^\]]+)\] |<c>(?<name>[^< ]+)(?: = (?<value>[^<]+))?</c>(?:(?:,| and) <c>(?<name>[^<]+)</c>)*: )(?<text>.*?)</summary>")]
    private static partial Regex Summary();

    [GeneratedRegex("<see cref=\"(?:[^\"]*[.:])?([^\".:]+)\"/>")]
    private static partial Regex See();
}
