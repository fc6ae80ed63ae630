using System.Globalization;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Kernel.Faults;

/// <summary>A simulator's fault rules, in the order in which they were added: the first that hits a call is the one that acts. Guarded by the simulator's gate.</summary>
/// <remarks>Its draws are its own: a run without rules is the same whether or not the table exists.</remarks>
public sealed class FaultTable(Draws draws)
{
    private readonly List<FaultRule> rules = [];
    private int added;

    public IReadOnlyList<FaultRule> Rules => rules;

    /// <param name="match">Which calls.</param>
    /// <param name="occurrence">Which of them.</param>
    /// <param name="effects">What happens to them.</param>
    /// <param name="id">Null: a number is given.</param>
    /// <exception cref="ArgumentException">There is a rule of this id.</exception>
    public FaultRule Add(FaultMatch match, Occurrence occurrence, IReadOnlyList<FaultEffect> effects, string? id = null)
    {
        added++;
        id ??= "f" + added.ToString(CultureInfo.InvariantCulture);
        if (Find(id) is not null)
        {
            throw new ArgumentException($"There is a fault '{id}' already: delete it first, or choose another id.", nameof(id));
        }

        var rule = new FaultRule(id, match, occurrence, effects);
        rules.Add(rule);
        return rule;
    }

    public FaultRule? Find(string id) => rules.Find(rule => rule.Id == id);

    /// <returns>False when there is no such rule.</returns>
    public bool Remove(string id) => rules.RemoveAll(rule => rule.Id == id) > 0;

    public void Clear() => rules.Clear();

    /// <summary>Before the vendor's checks: true when a rule ends the call there.</summary>
    internal bool EndsOnArrival(SimCall call)
    {
        if (Hit(call, onArrival: true) is not { } rule)
        {
            return false;
        }

        foreach (var effect in rule.Effects)
        {
            effect.OnArrival(call);
        }

        return true;
    }

    /// <summary>After the vendor's checks: the rule that acts on the call, or null.</summary>
    internal FaultRule? Next(SimCall call) => Hit(call, onArrival: false);

    internal TimeSpan Delay(FaultRule rule)
    {
        var delay = TimeSpan.Zero;
        foreach (var effect in rule.Effects)
        {
            delay += effect.Delay(draws);
        }

        return delay;
    }

    private FaultRule? Hit(SimCall call, bool onArrival)
    {
        foreach (var rule in rules)
        {
            if (rule.EndsOnArrival == onArrival && rule.Hits(call, draws))
            {
                call.Fault = rule.Id;
                return rule;
            }
        }

        return null;
    }
}
