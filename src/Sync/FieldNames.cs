using System.Text.Json;

namespace SfMarketo.Sync;

/// <summary>
/// The field names of one page of rows. Rows of a page repeat the same names in the same order, so the n-th name of a row is first
/// compared with the n-th name seen before: a page of 2,000 rows then makes each name once.
/// </summary>
internal sealed class FieldNames
{
    private (string Prefix, string Leaf, string Full)[] _known = new (string, string, string)[16];
    private int _count;
    private int _next;

    /// <summary>How many fields the last row had: the capacity to give the next bag.</summary>
    public int Expected => Math.Max(4, _count);

    /// <summary>True while the names of this row came in the known order, so that none can be there twice.</summary>
    public bool InOrder { get; private set; } = true;

    public void BeginRow()
    {
        _next = 0;
        InOrder = true;
    }

    /// <summary>The full name (<c>Account.Name</c>) of the property the reader stands on, under the prefix <c>Account.</c> or an empty one.</summary>
    public string Take(ref Utf8JsonReader reader, string prefix)
    {
        if (_next < _count && Matches(_next, ref reader, prefix))
        {
            return _known[_next++].Full;
        }

        for (var i = 0; i < _count; i++)
        {
            if (Matches(i, ref reader, prefix))
            {
                InOrder &= i >= _next;
                _next = i + 1;
                return _known[i].Full;
            }
        }

        var leaf = reader.GetString()!;
        if (_count == _known.Length)
        {
            Array.Resize(ref _known, _count * 2);
        }

        var full = prefix.Length == 0 ? leaf : prefix + leaf;
        _known[_count++] = (prefix, leaf, full);
        _next = _count;
        return full;
    }

    private bool Matches(int index, ref Utf8JsonReader reader, string prefix) =>
        string.Equals(_known[index].Prefix, prefix, StringComparison.Ordinal) && reader.ValueTextEquals(_known[index].Leaf);
}
