namespace SfMarketo.Tests.Load.Injection;

/// <summary>A stretch in which the rate of arrivals moves in a straight line.</summary>
/// <param name="Start">From the start of the load.</param>
/// <param name="Length">How long it lasts.</param>
/// <param name="From">Arrivals a second at its start.</param>
/// <param name="To">Arrivals a second at its end.</param>
internal readonly record struct RatePiece(TimeSpan Start, TimeSpan Length, double From, double To)
{
    /// <summary>Arrivals in the whole stretch.</summary>
    public double Integral => (From + To) / 2 * Length.TotalSeconds;

    /// <summary>When so many arrivals of the stretch are due.</summary>
    public TimeSpan MomentOf(double arrivals)
    {
        // The root of from*t + slope*t*t/2 = arrivals, in the form that also holds for a slope of zero.
        var slope = (To - From) / Length.TotalSeconds;
        var root = Math.Sqrt(Math.Max(0, From * From + 2 * slope * arrivals));
        return Start + TimeSpan.FromSeconds(2 * arrivals / (From + root));
    }
}
