namespace SfMarketo.SalesforceSim.Options;

/// <summary>The value of the switch <c>auth.errorTexts</c>: other descriptions for refusals of the token endpoint. The default has none.</summary>
public sealed class SignInTexts
{
    private const string Nothing = "none";
    private const string Example = "audience is invalid -> Audience validation failed | invalid assertion -> bad signature";
    private const string Between = " | ";
    private const string Arrow = " -> ";

    /// <summary>What the switch takes: nothing, or pairs such as these.</summary>
    public static string[] Examples => [Nothing, Example];

    private readonly IReadOnlyList<(string From, string To)> pairs;

    private SignInTexts(IReadOnlyList<(string From, string To)> pairs) => this.pairs = pairs;

    public static SignInTexts None { get; } = new([]);

    public override string ToString() => pairs.Count == 0 ? Nothing : string.Join(Between, pairs.Select(pair => pair.From + Arrow + pair.To));

    /// <summary>Reads <c>TEXT -> OTHER TEXT</c>, with <c> | </c> between pairs. Null when the text is neither that nor <c>none</c>.</summary>
    public static SignInTexts? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == Nothing)
        {
            return None;
        }

        var pairs = new List<(string, string)>();
        foreach (var pair in text.Split(Between, StringSplitOptions.TrimEntries))
        {
            if (pair.Split(Arrow, 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } from, { Length: > 0 } to])
            {
                return null;
            }

            pairs.Add((from, to));
        }

        return new SignInTexts(pairs);
    }

    /// <summary>The text to answer with.</summary>
    public string Of(string text)
    {
        foreach (var (from, to) in pairs)
        {
            if (from == text)
            {
                return to;
            }
        }

        return text;
    }
}
