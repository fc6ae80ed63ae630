using SfMarketo.SalesforceSim.Query.Syntax;

namespace SfMarketo.SalesforceSim.Bulk.Queries;

/// <summary>The words of a statement outside of its texts: what its columns are called, and what the Bulk APIs do not run.</summary>
/// <remarks>Source: Bulk API 2.0 Developer Guide, "Create a Query Job", SOQL considerations.</remarks>
internal sealed class BulkStatement
{
    private const string Code = "API_ERROR";

    private static readonly string[] Aggregates = ["COUNT", "COUNT_DISTINCT", "SUM", "AVG", "MIN", "MAX", "GROUPING"];

    private readonly List<(string Text, int Depth)> words = [];

    private BulkStatement(string statement) => Scan(statement);

    /// <summary>The select list as written, without a prefix that is the object's name or its alias.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>Its rows may be fetched in parts: neither an order nor a limit ties them together.</summary>
    public bool IsChunkable { get; private set; }

    /// <summary>Reads a statement.</summary>
    /// <exception cref="SoqlException">It has something that the Bulk APIs do not run.</exception>
    public static BulkStatement Read(string statement)
    {
        var read = new BulkStatement(statement);
        read.Check();
        read.Bind();
        return read;
    }

    private void Scan(string statement)
    {
        var depth = 0;
        for (var place = 0; place < statement.Length;)
        {
            var character = statement[place];
            if (character == '\'')
            {
                place = EndOfText(statement, place);
                words.Add(("'", depth));
                continue;
            }

            if (IsOfWord(character))
            {
                var end = place;
                while (end < statement.Length && IsOfWord(statement[end]))
                {
                    end++;
                }

                words.Add((statement[place..end], depth));
                place = end;
                continue;
            }

            depth -= character == ')' ? 1 : 0;
            if (character is '(' or ')' or ',')
            {
                words.Add((character.ToString(), depth));
            }

            depth += character == '(' ? 1 : 0;
            place++;
        }
    }

    private void Check()
    {
        for (var place = 0; place < words.Count; place++)
        {
            var called = place + 1 < words.Count && words[place + 1].Text == "(";
            var refused = Is(place, "GROUP") && Is(place + 1, "BY") ? "GROUP BY"
                : called && Array.Exists(Aggregates, name => Is(place, name)) ? "Aggregate functions"
                : Is(place, "OFFSET") && place + 1 < words.Count && char.IsAsciiDigit(words[place + 1].Text[0]) ? "OFFSET"
                : Is(place, "TYPEOF") && !called && place > 0 && (words[place - 1].Text == "," || Is(place - 1, "SELECT")) ? "TYPEOF"
                : words[place].Text == "(" && words[place].Depth == 0 && Is(place + 1, "SELECT") && !IsBehindFrom(place) ? "Nested queries"
                : null;
            if (refused is not null)
            {
                throw new SoqlException(Code, $"{refused} {(refused.EndsWith('s') ? "are" : "is")} not supported in Bulk Query");
            }

            if (called && Is(place, "FIELDS"))
            {
                throw new SoqlException(Code, "The SOQL FIELDS function is not supported with an unbounded set of fields in this API.");
            }
        }
    }

    private void Bind()
    {
        var from = words.FindIndex(word => word is { Depth: 0 } && word.Text.Equals("FROM", StringComparison.OrdinalIgnoreCase));
        if (words.Count == 0 || from < 0)
        {
            // No statement: the parser says it.
            return;
        }

        var names = new List<string>();
        for (var place = 1; place < from; place++)
        {
            if (words[place] is { Depth: 0, Text: not "," } && (words[place - 1].Text == "," || Is(place - 1, "SELECT")))
            {
                names.Add(words[place].Text);
            }
        }

        var prefixes = words.Skip(from + 1).Take(2).Select(word => word.Text + ".").ToList();
        Columns = names.ConvertAll(name => prefixes.Find(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) is { } prefix ? name[prefix.Length..] : name);
        IsChunkable = !words.Exists(word => word.Depth == 0 && word.Text.ToUpperInvariant() is "ORDER" or "LIMIT");
    }

    private bool Is(int place, string word) => place < words.Count && words[place].Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool IsBehindFrom(int place) => words.FindIndex(word => word is { Depth: 0 } && word.Text.Equals("FROM", StringComparison.OrdinalIgnoreCase)) is >= 0 and var from && from < place;

    private static bool IsOfWord(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '.';

    private static int EndOfText(string statement, int opening)
    {
        for (var place = opening + 1; place < statement.Length; place++)
        {
            if (statement[place] == '\\')
            {
                place++;
            }
            else if (statement[place] == '\'')
            {
                return place + 1;
            }
        }

        return statement.Length;
    }
}
