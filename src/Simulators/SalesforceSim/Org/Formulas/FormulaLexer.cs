namespace SfMarketo.SalesforceSim.Org.Formulas;

/// <summary>Cuts a formula into tokens.</summary>
internal static class FormulaLexer
{
    private static readonly string[] Signs = ["<=", ">=", "<>", "!=", "==", "&&", "||", "(", ")", ",", "+", "-", "*", "/", "^", "&", "=", "<", ">", "!"];

    /// <exception cref="FormulaException">A character or an open text that belongs to no token.</exception>
    public static List<FormulaToken> Read(string text)
    {
        var tokens = new List<FormulaToken>();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (text.AsSpan(at).StartsWith("/*"))
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                at = end < 0 ? throw new FormulaException("Syntax error. A comment is not closed; write */") : end + 2;
            }
            else if (text[at] is '"' or '\'')
            {
                tokens.Add(new FormulaToken(FormulaTokenKind.String, ReadString(text, ref at)));
            }
            else if (char.IsAsciiDigit(text[at]) || text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
            {
                at = End(text, at, letter => char.IsAsciiDigit(letter) || letter == '.');
                tokens.Add(new FormulaToken(FormulaTokenKind.Number, text[start..at]));
            }
            else if (char.IsAsciiLetter(text[at]) || text[at] is '$' or '_')
            {
                at = End(text, at, letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '$');
                tokens.Add(new FormulaToken(FormulaTokenKind.Name, text[start..at]));
            }
            else if (Array.Find(Signs, sign => text.AsSpan(start).StartsWith(sign)) is { } sign)
            {
                tokens.Add(new FormulaToken(FormulaTokenKind.Sign, sign));
                at += sign.Length;
            }
            else
            {
                throw new FormulaException($"Syntax error. Found '{text[at]}'");
            }
        }

        tokens.Add(new FormulaToken(FormulaTokenKind.End, ""));
        return tokens;
    }

    private static int End(string text, int at, Predicate<char> belongs)
    {
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }

        return at;
    }

    private static string ReadString(string text, ref int at)
    {
        var quote = text[at++];
        var value = new System.Text.StringBuilder();
        while (at < text.Length && text[at] != quote)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
                value.Append(text[at] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
            }
            else
            {
                value.Append(text[at]);
            }

            at++;
        }

        if (at++ >= text.Length)
        {
            throw new FormulaException($"Syntax error. A text is not closed; write {quote} at its end");
        }

        return value.ToString();
    }
}
