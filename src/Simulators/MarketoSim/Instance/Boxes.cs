using System.Globalization;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>Boxed values that repeat, made once (shared/reference/speed.md section 1).</summary>
internal static class Boxes
{
    public static readonly object True = true;
    public static readonly object False = false;

    private const int Low = -128;
    private static readonly object[] Small = [.. Enumerable.Range(Low, 1152).Select(number => (object)number)];

    private static readonly string[] Texts = [.. Enumerable.Range(Low, 1152).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    public static object Of(bool value) => value ? True : False;

    /// <summary>The number as text.</summary>
    public static string TextOf(int value) => (uint)(value - Low) < (uint)Texts.Length ? Texts[value - Low] : value.ToString(CultureInfo.InvariantCulture);

    public static object Of(int value) => (uint)(value - Low) < (uint)Small.Length ? Small[value - Low] : value;
}
