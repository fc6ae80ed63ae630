using System.Globalization;

namespace SfMarketo.Sync;

/// <summary>The id Marketo gave a person (a <em>lead</em> in its API). Positive; ids of deleted and merged people are not used again.</summary>
public readonly record struct MarketoLeadId(int Value) : IComparable<MarketoLeadId>
{
    public static MarketoLeadId Parse(string text) => new(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));

    public int CompareTo(MarketoLeadId other) => Value.CompareTo(other.Value);

    public static bool operator <(MarketoLeadId left, MarketoLeadId right) => left.Value < right.Value;

    public static bool operator <=(MarketoLeadId left, MarketoLeadId right) => left.Value <= right.Value;

    public static bool operator >(MarketoLeadId left, MarketoLeadId right) => left.Value > right.Value;

    public static bool operator >=(MarketoLeadId left, MarketoLeadId right) => left.Value >= right.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
