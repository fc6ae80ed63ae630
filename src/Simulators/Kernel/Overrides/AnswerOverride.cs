using System.Globalization;
using SfMarketo.Kernel.Faults;

namespace SfMarketo.Kernel.Overrides;

/// <summary>One rule of the switch <c>answer.override</c>: where an endpoint would answer a case with one code, it answers with another.</summary>
/// <param name="Method">HTTP method, or <c>*</c>.</param>
/// <param name="Path">Path, <c>*</c> for any text.</param>
/// <param name="Case">The code that the simulator would answer.</param>
/// <param name="Level">Where the other one shows.</param>
/// <param name="Status">HTTP status at <see cref="OverrideLevel.Http"/>, else 0.</param>
/// <param name="Code">The code instead; empty for none, at <see cref="OverrideLevel.Http"/> only.</param>
/// <param name="Text">Its text; empty to keep the text of the case.</param>
public sealed record AnswerOverride(string Method, string Path, string Case, OverrideLevel Level, int Status, string Code, string Text)
{
    private const string Arrow = "->";

    public bool Fits(string method, string path, string code) =>
        Case == code && (Method == "*" || Method == method) && PathPattern.Matches(Path, path);

    /// <summary>As <see cref="TryParse"/> reads it.</summary>
    public override string ToString()
    {
        var level = Level == OverrideLevel.Http ? string.Create(CultureInfo.InvariantCulture, $"http {Status}") : Level == OverrideLevel.Record ? "record" : "response";
        return $"{Method} {Path} {Case} {Arrow} {level} {Code} {Text}".TrimEnd();
    }

    /// <summary>Reads <c>POST /rest/v1/leads.json 1003 -> response 1001 Invalid value</c>, or <c>... -> http 502</c>. Null when it is no such rule.</summary>
    public static AnswerOverride? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sides = text.Split(Arrow, 2, StringSplitOptions.TrimEntries);
        if (sides.Length != 2 || sides[0].Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var method, ['/' or '*', ..] and var path, var found])
        {
            return null;
        }

        var level = Next(sides[1], out var rest);
        switch (level)
        {
            case "record" or "response":
                var code = Next(rest, out var words);
                return code.Length == 0 ? null : new AnswerOverride(method, path, found, level == "record" ? OverrideLevel.Record : OverrideLevel.Response, 0, code, words);
            case "http":
                return int.TryParse(Next(rest, out var after), NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 200 and <= 599
                    ? new AnswerOverride(method, path, found, OverrideLevel.Http, status, Next(after, out var last), last)
                    : null;
            default:
                return null;
        }
    }

    private static string Next(string text, out string rest)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        rest = space < 0 ? "" : text[(space + 1)..].Trim();
        return space < 0 ? text : text[..space];
    }
}
