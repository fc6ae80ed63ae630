namespace SfMarketo.SalesforceSim.Org;

/// <summary>Boxed values that repeat, so that a million rows do not hold a million copies of <c>false</c>.</summary>
internal static class Boxes
{
    private const int Smallest = -128;
    private static readonly object[] Ints = [.. Enumerable.Range(Smallest, 1152).Select(number => (object)number)];
    private static readonly object[] Doubles = [.. Enumerable.Range(Smallest, 1152).Select(number => (object)(double)number)];

    public static object True { get; } = true;

    public static object False { get; } = false;

    public static object Of(bool value) => value ? True : False;

    public static object Of(int value) => (uint)(value - Smallest) < (uint)Ints.Length ? Ints[value - Smallest] : value;

    public static object Of(double value)
    {
        var whole = (int)Math.Clamp(value, -1000, 2000);
        return whole == value && (value != 0 || !double.IsNegative(value)) && (uint)(whole - Smallest) < (uint)Doubles.Length ? Doubles[whole - Smallest] : value;
    }
}
