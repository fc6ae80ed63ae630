namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>INCLUDES and EXCLUDES of a multi-select picklist: all items of any of the sets are chosen, or of none.</summary>
/// <param name="field">Number of the field; its text is <c>A;B</c>.</param>
/// <param name="sets">Each a list of items.</param>
/// <param name="whole">The value has no other items than those of the set: a comparison with <c>=</c>.</param>
/// <param name="wanted">Whether a value with one of the sets passes.</param>
/// <param name="onNull">The answer when nothing is chosen.</param>
internal sealed class ItemsPredicate(int field, string[][] sets, bool whole, bool wanted, bool onNull) : FieldPredicate(field, onNull)
{
    public override int Cost => 10 * sets.Length;

    /// <summary>The items of <c>A;B</c>, each once.</summary>
    public static string[] ItemsOf(string text) => [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    protected override bool Match(object value) => Array.Exists(sets, set => HasAll((string)value, set)) == wanted;

    private bool HasAll(string chosen, string[] items)
    {
        var found = 0;
        var count = 0;
        foreach (var range in chosen.AsSpan().Split(';'))
        {
            var item = chosen.AsSpan(range).Trim();
            count++;
            foreach (var one in items)
            {
                if (item.Equals(one, StringComparison.OrdinalIgnoreCase))
                {
                    found++;
                    break;
                }
            }
        }

        return found == items.Length && (!whole || count == items.Length);
    }
}
