using Microsoft.AspNetCore.Http;

namespace SfMarketo.Kernel.Overrides;

/// <summary>The value of the switch <c>answer.override</c>: rules for what is unverified and has no switch of its own, the first that fits wins. The default has none.</summary>
public sealed class AnswerOverrides
{
    /// <summary>What the switch takes, in words.</summary>
    public const string Form = "none, or rules METHOD PATH CASE -> record|response|http STATUS, then CODE and TEXT; several with ' | ' between";

    private const string Nothing = "none";
    private const string Between = " | ";

    private readonly AnswerOverride[] rules;

    private AnswerOverrides(AnswerOverride[] rules) => this.rules = rules;

    public static AnswerOverrides None { get; } = new([]);

    public override string ToString() => rules.Length == 0 ? Nothing : string.Join(Between, rules.Select(rule => rule.ToString()));

    /// <summary>Null when the text is not of the <see cref="Form"/>.</summary>
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
