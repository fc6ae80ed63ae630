using System.Text;
using SfMarketo.SalesforceSim.Search.Syntax;

namespace SfMarketo.SalesforceSim.Search.Matching;

/// <summary>Reads what stands between the braces: words, phrases in quotes, AND, OR, AND NOT, brackets, wildcards, <c>\</c> before reserved characters.</summary>
internal sealed class SearchTerms
{
    private const int LeastLetters = 2;
    private const int LongestTerm = 10_000;
    private const int DeepestBrackets = 50;

    private readonly string text;
    private int at;
    private int depth;

    private SearchTerms(string text) => this.text = text;

    /// <exception cref="SearchException">The term is empty, too short or not well formed.</exception>
    public static SearchNode Parse(string text)
    {
        if (text.Count(char.IsLetterOrDigit) < LeastLetters)
        {
            throw new SearchException(SearchException.Invalid, "search term must be longer than one character: " + text.Trim());
        }

        if (text.Length > LongestTerm)
        {
            throw new SearchException(SearchException.Invalid, $"search term must not be longer than {LongestTerm} characters");
        }

        var terms = new SearchTerms(text);
        var node = terms.ReadOr();
        return terms.at >= text.Length ? node : throw SearchException.Unexpected(text[terms.at..]);
    }

    /// <summary>Words of a name, the last of which may go on: what a box suggests while somebody types.</summary>
    public static SearchNode Prefix(string text)
    {
        var words = Words(text);
        words[^1] += "*";
        return new PhraseNode(words);
    }

    private SearchNode ReadOr()
    {
        var left = ReadAnd();
        while (TryOperator("OR"))
        {
            left = new OrNode(left, ReadAnd());
        }

        return left;
    }

    private SearchNode ReadAnd()
    {
        var left = ReadOne();
        while (true)
        {
            SkipBlanks();
            if (at >= text.Length || text[at] == ')' || IsOperator("OR"))
            {
                return left;
            }

            // Words next to each other must all be there.
            _ = TryOperator("AND");
            left = new AndNode(left, ReadOne());
        }
    }

    private SearchNode ReadOne()
    {
        if (TryOperator("NOT"))
        {
            return new NotNode(ReadOne());
        }

        SkipBlanks();
        if (at >= text.Length)
        {
            throw SearchException.Unexpected("");
        }

        switch (text[at])
        {
            case '(':
                at++;
                if (++depth > DeepestBrackets)
                {
                    throw SearchException.Unexpected("(");
                }

                var inner = ReadOr();
                depth--;
                SkipBlanks();
                if (at >= text.Length || text[at] != ')')
                {
                    throw SearchException.Unexpected(at < text.Length ? text[at..] : "");
                }

                at++;
                return inner;
            case ')':
                throw SearchException.Unexpected(")");
            case '"':
                at++;
                return ReadUntil(letter => letter == '"', skipEnd: true);
            default:
                return ReadUntil(letter => char.IsWhiteSpace(letter) || letter is '(' or ')' or '"', skipEnd: false);
        }
    }

    private PhraseNode ReadUntil(Func<char, bool> isEnd, bool skipEnd)
    {
        var raw = new StringBuilder();
        for (; at < text.Length && !isEnd(text[at]); at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                // An escaped wildcard is no letter and no wildcard: it parts words.
                at++;
                raw.Append(text[at] is '*' or '?' ? ' ' : text[at]);
            }
            else
            {
                raw.Append(text[at]);
            }
        }

        if (skipEnd)
        {
            at++;
        }

        return new PhraseNode(Words(raw.ToString()));
    }

    private static List<string> Words(string raw)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in raw + " ")
        {
            if (char.IsLetterOrDigit(letter) || letter is '*' or '?')
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        // Punctuation alone stands for no word and is found nowhere.
        return words.Count > 0 ? words : ["\0"];
    }

    private bool IsOperator(string word)
    {
        var end = at + word.Length;
        return end <= text.Length && text.AsSpan(at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase) && (end == text.Length || char.IsWhiteSpace(text[end]) || text[end] == '(');
    }

    private bool TryOperator(string word)
    {
        SkipBlanks();
        if (!IsOperator(word))
        {
            return false;
        }

        at += word.Length;
        return true;
    }

    private void SkipBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }
}
