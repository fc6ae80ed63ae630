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

    /// <summary>Before the vendor's checks: the rule that acts on the call there, or null. Tells the call how far the wall clock is off.</summary>
    internal FaultRule? OnArrival(SimCall call, Simulator simulator)
    {
        if (rules.Count == 0)
        {
            return null;
        }

        if (Standing(call.At) is { } skewed)
        {
            call.Skew = skewed.Occurrence.Next(draws) ? skewed.Skew!.Value : 0;
            call.Fault = skewed.Id;
        }

        return Hit(call, simulator, onArrival: true);
    }

    /// <summary>After the vendor's checks: the rule that acts on the call, or null.</summary>
    internal FaultRule? Next(SimCall call, Simulator simulator) => Hit(call, simulator, onArrival: false);

    internal void Start(FaultRule rule, SimCall call) => rule.Start(call, draws);

    internal TimeSpan Delay(FaultRule rule)
    {
        var delay = TimeSpan.Zero;
        foreach (var effect in rule.Effects)
        {
            delay += effect.Delay(draws);
        }

        return delay;
    }

    /// <summary>How late queries and feeds see what a person writes now; null for at once.</summary>
    /// <param name="object">The object of the doing.</param>
    /// <param name="action">Its name, as the commits have it.</param>
    /// <param name="at">Now, microseconds since 1970 UTC.</param>
    public Lateness? LatenessOf(string @object, string action, long at)
    {
        foreach (var rule in rules)
        {
            if (rule.Match.CoversHuman(@object, action, at) && rule.Occurrence.Next(draws))
            {
                return rule.Effects.OfType<LateVisibilityEffect>().First().Of(draws);
            }
        }

        return null;
    }

    /// <summary>How far the simulator's wall clock is off for what no call asked for, microseconds.</summary>
    public long SkewAt(long at) => rules.Count == 0 ? 0 : Standing(at)?.Skew ?? 0;

    private FaultRule? Standing(long at) => rules.Find(rule => rule.Skew is not null && rule.Match.Covers(at));

    private FaultRule? Hit(SimCall call, Simulator simulator, bool onArrival)
    {
        foreach (var rule in rules)
        {
            if (rule.ActsOnArrival == onArrival && rule.Skew is null && rule.Match.Covers(call, simulator) && rule.Occurrence.Next(draws))
            {
                call.Fault = rule.Id;
                return rule;
            }
        }

        return null;
    }
}
