using Microsoft.AspNetCore.Http;

namespace SfMarketo.Kernel.Overrides;

/// <summary>The value of the switch <c>answer.override</c>: rules for what is unverified and has no switch of its own, the first that fits wins. The default has none.</summary>
public sealed class AnswerOverrides
{
    private const string Nothing = "none";
    private const string Example = "GET /path/*.json 1004 -> response 1013 Text | POST /path 1003 -> record 1001 | * * 610 -> http 404";
    private const string Between = " | ";

    /// <summary>What the switch takes: nothing, or rules such as these, of every form.</summary>
    public static string[] Examples => [Nothing, Example];

    private readonly AnswerOverride[] rules;

    private AnswerOverrides(AnswerOverride[] rules) => this.rules = rules;

    public static AnswerOverrides None { get; } = new([]);

    public override string ToString() => rules.Length == 0 ? Nothing : string.Join(Between, rules.Select(rule => rule.ToString()));

    /// <summary>Reads rules <c>METHOD PATH CASE -> record|response|http STATUS</c>, then code and text, with <c> | </c> between. Null when the text is neither that nor <c>none</c>.</summary>
    public static AnswerOverrides? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == Nothing)
        {
            return None;
        }

        AnswerOverride?[] read = [.. text.Split(Between, StringSplitOptions.TrimEntries).Select(AnswerOverride.TryParse)];
        return read.Contains(null) ? null : new AnswerOverrides(read!);
    }

    /// <summary>The rule for a code that the simulator is about to answer; null when it stays.</summary>
    public AnswerOverride? Find(HttpContext http, string code)
    {
        foreach (var rule in rules)
        {
            if (rule.Fits(http.Request.Method, http.Request.Path.Value ?? "/", code))
            {
                return rule;
            }
        }

        return null;
    }
}
