using System.Globalization;
using SfMarketo.SalesforceSim.Search.Matching;

namespace SfMarketo.SalesforceSim.Search.Syntax;

/// <summary>Reads a SOSL statement (salesforce-data.md section 8; SOQL and SOSL Reference, "SOSL Syntax"). Keywords ignore case.</summary>
internal sealed class SoslParser
{
    private const int LongestStatement = 100_000;
    private const int MostOffset = 2_000;

    private static readonly string[] IgnoredWith = ["SPELL_CORRECTION", "NETWORK", "DIVISION"];
    private static readonly string[] Clauses = ["WHERE", "ORDER", "LIMIT", "OFFSET", "USING"];

    private readonly string text;
    private int at;

    private SoslParser(string text) => this.text = text;

    /// <exception cref="SearchException">The statement is refused.</exception>
    public static SoslStatement Parse(string text) =>
        text.Length <= LongestStatement ? new SoslParser(text).Read() : throw new SearchException(SearchException.Malformed, $"SOSL statements cannot be longer than {LongestStatement} characters.");

    /// <summary>The group of that name.</summary>
    /// <exception cref="SearchException">There is none.</exception>
    public static SearchGroup GroupOf(string name) => name.ToUpperInvariant() switch
    {
        "ALL" => SearchGroup.All,
        "NAME" => SearchGroup.Name,
        "EMAIL" => SearchGroup.Email,
        "PHONE" => SearchGroup.Phone,
        "SIDEBAR" => SearchGroup.Sidebar,
        _ => throw SearchException.Unexpected(name),
    };

    private SoslStatement Read()
    {
        if (!TryWord("FIND"))
        {
            throw SearchException.Unexpected(Next());
        }

        var term = SearchTerms.Parse(ReadTerm());
        var group = SearchGroup.All;
        if (TryWord("IN"))
        {
            group = GroupOf(Word());
            if (!TryWord("FIELDS"))
            {
                throw SearchException.Unexpected(Next());
            }
        }

        var returning = new List<SoslObject>();
        if (TryWord("RETURNING"))
        {
            do
            {
                returning.Add(ReadObject());
            }
            while (TrySign(','));
        }

        var (limit, offset) = (SoslStatement.MostRows, 0);
        while (TryWord("WITH"))
        {
            ReadWith();
        }

        if (TryWord("LIMIT"))
        {
            limit = Number(1, SoslStatement.MostRows);
        }

        if (TryWord("OFFSET"))
        {
            offset = returning.Count == 1 ? Number(0, MostOffset) : throw new SearchException(SearchException.Malformed, "OFFSET can only be used when one object is returned.");
        }

        if (TryWord("UPDATE") && Word().ToUpperInvariant() is not ("TRACKING" or "VIEWSTAT"))
        {
            throw SearchException.Unexpected(Next());
        }

        return Next().Length == 0 ? new SoslStatement(term, group, returning, limit, offset) : throw SearchException.Unexpected(Next());
    }

    // Up to the first brace that is not escaped.
    private string ReadTerm()
    {
        SkipBlanks();
        if (at >= text.Length || text[at] != '{')
        {
            throw new SearchException(SearchException.Malformed, "No search term found. The search term must be enclosed in braces.");
        }

        var start = ++at;
        for (; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == '}')
            {
                return text[start..at++];
            }
        }

        throw new SearchException(SearchException.Malformed, "No search term found. The search term must be enclosed in braces.");
    }

    private SoslObject ReadObject()
    {
        var name = Word();
        if (name.Length == 0)
        {
            throw SearchException.Unexpected(Next());
        }

        if (!TrySign('('))
        {
            return new SoslObject(name, "Id", null, "");
        }

        var start = at;
        var end = EndOfList();
        at = end + 1;
        return Split(name, text[start..end]);
    }

    // Brackets and strings may stand inside.
    private int EndOfList()
    {
        var depth = 0;
        var quoted = false;
        for (var place = at; place < text.Length; place++)
        {
            var letter = text[place];
            if (quoted)
            {
                place += letter == '\\' ? 1 : 0;
                quoted = letter != '\'';
            }
            else if (letter == ')' && depth-- == 0)
            {
                return place;
            }
            else
            {
                depth += letter == '(' ? 1 : 0;
                quoted = letter == '\'';
            }
        }

        throw SearchException.Unexpected("");
    }

    private static SoslObject Split(string name, string list)
    {
        var starts = ClauseStarts(list);
        var fields = list[..(starts.Count > 0 ? starts[0].At : list.Length)].Trim();
        string? where = null;
        var rest = "";
        for (var i = 0; i < starts.Count; i++)
        {
            var clause = list[starts[i].At..(i + 1 < starts.Count ? starts[i + 1].At : list.Length)].Trim();
            switch (starts[i].Word)
            {
                case "WHERE":
                    where = clause["WHERE".Length..].Trim();
                    break;
                case "USING":
                    throw new SearchException(SearchException.Malformed, "USING ListView is not simulated.");
                default:
                    rest += " " + clause;
                    break;
            }
        }

        return new SoslObject(name, fields.Length == 0 ? "Id" : fields, where, rest);
    }

    private static List<(string Word, int At)> ClauseStarts(string list)
    {
        var starts = new List<(string, int)>();
        var depth = 0;
        for (var place = 0; place < list.Length; place++)
        {
            var letter = list[place];
            if (letter == '\'')
            {
                for (place++; place < list.Length && list[place] != '\''; place++)
                {
                    place += list[place] == '\\' ? 1 : 0;
                }
            }
            else if (letter is '(' or ')')
            {
                depth += letter == '(' ? 1 : -1;
            }
            else if (depth == 0 && char.IsAsciiLetter(letter) && (place == 0 || !IsWordPart(list[place - 1])))
            {
                var end = place;
                while (end < list.Length && IsWordPart(list[end]))
                {
                    end++;
                }

                var word = list[place..end].ToUpperInvariant();
                if (Clauses.Contains(word))
                {
                    starts.Add((word, place));
                }

                place = end - 1;
            }
        }

        return starts;
    }

    private void ReadWith()
    {
        var what = Word();
        if (!IgnoredWith.Contains(what.ToUpperInvariant()))
        {
            throw new SearchException(SearchException.Malformed, $"WITH {what} is not simulated.");
        }

        // = value, or IN ('..').
        if (!TrySign('=') && !TryWord("IN"))
        {
            throw SearchException.Unexpected(Next());
        }

        if (TrySign('('))
        {
            at = EndOfList() + 1;
            return;
        }

        SkipBlanks();
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private int Number(int least, int most)
    {
        var word = Next();
        if (!int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            throw SearchException.Unexpected(word);
        }

        at += word.Length;
        return number >= least && number <= most ? number : throw new SearchException(SearchException.Malformed, string.Create(CultureInfo.InvariantCulture, $"The number must be from {least} to {most}: {number}"));
    }

    private bool TryWord(string word)
    {
        SkipBlanks();
        var end = at + word.Length;
        if (end > text.Length || !text.AsSpan(at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase) || end < text.Length && IsWordPart(text[end]))
        {
            return false;
        }

        at = end;
        return true;
    }

    private string Word()
    {
        SkipBlanks();
        var start = at;
        while (at < text.Length && IsWordPart(text[at]))
        {
            at++;
        }

        return text[start..at];
    }

    private bool TrySign(char sign)
    {
        SkipBlanks();
        if (at >= text.Length || text[at] != sign)
        {
            return false;
        }

        at++;
        return true;
    }

    /// <summary>What stands here up to the next blank, without going on.</summary>
    private string Next()
    {
        SkipBlanks();
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return text[at..end];
    }

    private void SkipBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private static bool IsWordPart(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.';
}
