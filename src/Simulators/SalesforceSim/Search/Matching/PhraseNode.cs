using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Search.Matching;

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
