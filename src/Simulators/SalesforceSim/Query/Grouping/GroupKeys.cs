using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Values;

namespace SfMarketo.SalesforceSim.Query.Grouping;

/// <summary>Compares the values that rows are grouped by: text ignores case unless its field does not.</summary>
internal sealed class GroupKeys(IReadOnlyList<BoundValue> groups) : IEqualityComparer<object?[]>
{
    private readonly StringComparer[] texts =
        [.. groups.Select(group => group.Field is { IsId: true } or { CaseSensitive: true } ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase)];

    public static object? Read(BoundValue group, object? value) => value ?? (group.Field is { Type: SFieldType.Boolean } ? Org.Boxes.False : null);

    public bool Equals(object?[]? x, object?[]? y)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            if (x![i] is string left && y![i] is string right ? !texts[i].Equals(left, right) : !Equals(x[i], y![i]))
            {
                return false;
            }
        }

        return true;
    }

    public int GetHashCode(object?[] obj)
    {
        var hash = 17;
        for (var i = 0; i < texts.Length; i++)
        {
            hash = hash * 31 + (obj[i] is string text ? texts[i].GetHashCode(text) : obj[i]?.GetHashCode() ?? 0);
        }

        return hash;
    }
}
