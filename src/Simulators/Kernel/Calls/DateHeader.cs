using System.Globalization;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Kernel.Calls;

/// <summary>The <c>Date</c> header of answers: made once a second.</summary>
internal sealed class DateHeader
{
    private Form last = new(long.MinValue, "");

    /// <param name="at">Microseconds since 1970 UTC.</param>
    public string Of(long at)
    {
        var second = at / Micros.PerSecond;
        var known = last;
        if (known.Second != second)
        {
            last = known = new Form(second, Micros.ToInstant(at).ToString("R", CultureInfo.InvariantCulture));
        }

        return known.Text;
    }

    private sealed record Form(long Second, string Text);
}
