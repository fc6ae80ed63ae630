using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Kernel.Faults;

/// <summary>A rule by which calls go wrong at a simulator: which, how often, and how.</summary>
/// <param name="id">Its name in the control API and, as <c>fault</c>, in the journal.</param>
/// <param name="match">Which calls.</param>
/// <param name="occurrence">Which of them.</param>
/// <param name="effects">What happens, in this order.</param>
public sealed class FaultRule(string id, FaultMatch match, Occurrence occurrence, IReadOnlyList<FaultEffect> effects)
{
    public string Id { get; } = id;

    public FaultMatch Match { get; } = match;

    public Occurrence Occurrence { get; } = occurrence;

    public IReadOnlyList<FaultEffect> Effects { get; } = effects;

    /// <summary>Acts before the vendor's checks, and the call ends there.</summary>
    internal bool EndsOnArrival { get; } = effects.Any(effect => effect.EndsOnArrival);

    internal bool Hits(SimCall call, Draws draws) => Match.Covers(call) && Occurrence.Next(draws);

    internal bool AnswersInPlaceOfEndpoint(SimCall call, Simulator simulator)
    {
        foreach (var effect in Effects)
        {
            if (effect.InPlaceOfEndpoint(call, simulator))
            {
                return true;
            }
        }

        return false;
    }

    internal void OnAnswer(SimCall call)
    {
        foreach (var effect in Effects)
        {
            effect.OnAnswer(call);
        }
    }
}
