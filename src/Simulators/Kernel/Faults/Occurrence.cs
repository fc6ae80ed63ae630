using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Kernel.Faults;

/// <summary>Which of the calls that fit a rule are hit: from the nth on, with a probability, at most so many times. The one counter of all rules, at the simulator and on the way to it.</summary>
/// <param name="nth">The first that can be hit, from 1.</param>
/// <param name="times">How many are hit at most; null: no end.</param>
/// <param name="probability">Of those that can be hit, this share is, 0 to 1.</param>
public sealed class Occurrence(int nth = 1, int? times = 1, double probability = 1)
{
    public int Nth { get; } = nth;

    public int? Times { get; } = times;

    public double Probability { get; } = probability;

    /// <summary>Calls that fitted so far.</summary>
    public int Seen { get; private set; }

    /// <summary>Calls that were hit so far.</summary>
    public int Hits { get; private set; }

    /// <summary>Nothing can be hit any more.</summary>
    public bool Spent => Hits >= Times;

    /// <summary>Counts a call that fits, and says whether it is hit.</summary>
    /// <param name="draws">Asked only for a probability below 1, so that a rule without one draws nothing.</param>
    public bool Next(Draws draws)
    {
        Seen++;
        if (Seen < Nth || Spent || (Probability < 1 && !draws.Chance(Probability)))
        {
            return false;
        }

        Hits++;
        return true;
    }
}
