using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Activities;

/// <summary>The seed's activity type ids: 1 as open, 2 as click, 3 as form fill (sw:compat.seed.activityIds).</summary>
/// <remarks>Source: shared/reference/marketo.md section 11. In truth 1 is Visit Webpage, 2 Fill Out Form and 3 Click Link.</remarks>
internal static class SeedTypes
{
    public const string Warning = "activityTypeIds 1, 2 and 3 are Visit Webpage, Fill Out Form and Click Link in Marketo's API; use 10, 11 and 2 for Open Email, Click Email and Fill Out Form";

    private static readonly (int Seed, int True)[] Pairs = [(1, ActivityTypes.OpenEmail), (2, ActivityTypes.ClickEmail), (3, ActivityTypes.FillOutForm)];

    /// <summary>Asks for the true types instead, when the switch is on and one of the seed's is asked for.</summary>
    /// <returns>The seed's id by true id; null when nothing is mapped.</returns>
    public static IReadOnlyDictionary<int, int>? Map(MarketoCall call, SortedSet<int> types)
    {
        var switches = call.Instance.Options.Switches;
        if (!switches.CompatSeed || !switches.CompatSeedActivityIds)
        {
            return null;
        }

        // A set read before it is changed: 2 is both a seed's id and a true one.
        var asked = Array.FindAll(Pairs, pair => types.Contains(pair.Seed));
        foreach (var (seed, _) in asked)
        {
            types.Remove(seed);
        }

        foreach (var (_, real) in asked)
        {
            types.Add(real);
        }

        return asked.Length == 0 ? null : asked.ToDictionary(pair => pair.True, pair => pair.Seed);
    }
}
