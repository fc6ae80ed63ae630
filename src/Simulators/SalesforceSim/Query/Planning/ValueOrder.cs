using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>The order of a field's values: text by its upper-case code points, ids by their characters, picklists by the order of their values.</summary>
internal sealed class ValueOrder
{
    private readonly StringComparison comparison;
    private readonly Dictionary<string, int>? ranks;

    /// <param name="field">Null for names of objects.</param>
    /// <param name="picklistsAlphabetical">Sort picklists by text.</param>
    public ValueOrder(SField? field, bool picklistsAlphabetical)
    {
        comparison = field is { IsId: true } or { CaseSensitive: true } ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        if (field is { Type: SFieldType.Picklist, Picklist.Count: > 0 } && !picklistsAlphabetical)
        {
            ranks = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            foreach (var value in field.Picklist)
            {
                ranks.TryAdd(value.Value, ranks.Count);
            }
        }
    }

    /// <summary>Of two values of the field that are not null.</summary>
    public int Compare(object left, object right) => left switch
    {
        string text => CompareText(text, (string)right),
        long instant => instant.CompareTo((long)right),
        int number when right is int other => number.CompareTo(other),
        int number => ((double)number).CompareTo((double)right),
        double number => number.CompareTo(right is double other ? other : (int)right),
        DateOnly date => date.CompareTo((DateOnly)right),
        bool flag => flag.CompareTo((bool)right),
        _ => 0,
    };

    // Values that the picklist does not list come after those it does.
    private int CompareText(string left, string right)
    {
        if (ranks is null)
        {
            return string.Compare(left, right, comparison);
        }

        var order = ranks.GetValueOrDefault(left, int.MaxValue).CompareTo(ranks.GetValueOrDefault(right, int.MaxValue));
        return order != 0 ? order : string.Compare(left, right, comparison);
    }
}
