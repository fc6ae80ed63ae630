using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Kernel.Faults;

/// <summary>A rule by which calls go wrong at a simulator: which, how often, and how.</summary>
/// <param name="id">Its name in the control API and, as <c>fault</c>, in the journal.</param>
/// <param name="match">Which calls, or which doings of people.</param>
/// <param name="occurrence">Which of them.</param>
/// <param name="effects">What happens, in this order.</param>
public sealed class FaultRule(string id, FaultMatch match, Occurrence occurrence, IReadOnlyList<FaultEffect> effects)
{
    public string Id { get; } = id;

    public FaultMatch Match { get; } = match;

    public Occurrence Occurrence { get; } = occurrence;

    public IReadOnlyList<FaultEffect> Effects { get; } = effects;

    /// <summary>Acts before the vendor's checks.</summary>
    internal bool ActsOnArrival { get; } = effects.Any(effect => effect.ActsOnArrival);

    /// <summary>How far it moves the simulator's wall clock, microseconds; null for a rule about calls.</summary>
    internal long? Skew { get; } = effects.OfType<ClockSkewEffect>().FirstOrDefault()?.Micros;

    internal bool EndsOnArrival(SimCall call, Simulator simulator)
    {
        var ends = false;
        foreach (var effect in Effects)
        {
            ends |= effect.OnArrival(call, simulator);
        }

        return ends;
    }

    internal void Start(SimCall call, Draws draws)
    {
        foreach (var effect in Effects)
        {
            effect.OnStart(call, draws);
        }
    }

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

    internal void OnAnswer(SimCall call, Simulator simulator)
    {
        foreach (var effect in Effects)
        {
            effect.OnAnswer(call, simulator);
        }
    }
}
