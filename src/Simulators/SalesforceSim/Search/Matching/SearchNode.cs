using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Search.Matching;

/// <summary>A part of a search term: what a row must hold in one of the fields.</summary>
internal abstract class SearchNode
{
    public abstract bool Matches(SRow row, IReadOnlyList<SField> fields);
}

/// <summary>Words that stand next to each other in one field.</summary>
/// <param name="words">Patterns in lower case.</param>
internal sealed class PhraseNode(IReadOnlyList<string> words) : SearchNode
{
    public override bool Matches(SRow row, IReadOnlyList<SField> fields)
    {
        foreach (var field in fields)
        {
            if (row.Text(field.Number) is { } text && WordMatch.Contains(text, words))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Both sides.</summary>
internal sealed class AndNode(SearchNode left, SearchNode right) : SearchNode
{
    public override bool Matches(SRow row, IReadOnlyList<SField> fields) => left.Matches(row, fields) && right.Matches(row, fields);
}

/// <summary>One of the sides.</summary>
internal sealed class OrNode(SearchNode left, SearchNode right) : SearchNode
{
    public override bool Matches(SRow row, IReadOnlyList<SField> fields) => left.Matches(row, fields) || right.Matches(row, fields);
}

/// <summary>None of it.</summary>
internal sealed class NotNode(SearchNode inner) : SearchNode
{
    public override bool Matches(SRow row, IReadOnlyList<SField> fields) => !inner.Matches(row, fields);
}
