using System.Globalization;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>Running numbers in the vendor's display format: <c>P-{0000}</c>.</summary>
internal static class RunningNumber
{
    // Case numbers of a fresh org begin at 00001000.
    private const int CaseStart = 999;

    public static string Format(string form, int number)
    {
        var (open, close) = (form.IndexOf('{'), form.IndexOf('}'));
        if (open < 0 || close < open)
        {
            return form + number.ToString(CultureInfo.InvariantCulture);
        }

        var places = close - open - 1;
        return form[..open] + (number + (places == 8 ? CaseStart : 0)).ToString("D" + places, CultureInfo.InvariantCulture) + form[(close + 1)..];
    }
}
