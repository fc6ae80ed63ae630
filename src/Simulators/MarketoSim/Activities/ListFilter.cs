using System.Globalization;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Activities;

/// <summary>The <c>listId</c> of the feeds: rows of a static list's present members. Big lists are refused from a day on (sw:activities.listCap).</summary>
internal static class ListFilter
{
    /// <summary>Source: Marketo REST API, "Activities": lists of under 10,000 members.</summary>
    private const int TooMany = 10_000;

    private static readonly long FirstDay = Micros.From(new DateTimeOffset(2026, 9, 30, 0, 0, 0, TimeSpan.Zero));
    private static readonly long LaterDay = Micros.From(new DateTimeOffset(2026, 12, 30, 0, 0, 0, TimeSpan.Zero));

    /// <param name="call">The call.</param>
    /// <param name="members">The list's members; null when no list is asked for.</param>
    /// <returns>False when the call was refused.</returns>
    public static bool TryRead(MarketoCall call, out SortedDictionary<int, long>? members)
    {
        members = null;
        if (call.Parameters["listId"] is not { } text)
        {
            return true;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            call.Fail(MarketoErrors.InvalidValue(text, "Integer"));
            return false;
        }

        members = call.Store.Lists.Of(id);
        if (call.Instance.Assets.FindList(id) is null)
        {
            call.Fail(MarketoErrors.ObjectNotFound);
            return false;
        }

        if (members.Count >= TooMany && IsCapped(call))
        {
            call.Fail(MarketoErrors.InvalidData($"Static list '{id}' has {members.Count} members; activity calls take lists of under {TooMany}"));
            return false;
        }

        return true;
    }

    private static bool IsCapped(MarketoCall call) => call.Instance.Options.Switches.ActivitiesListCap switch
    {
        ListCap.FromSeptember2026 => call.Sim.Now >= FirstDay,
        ListCap.FromDecember2026 => call.Sim.Now >= LaterDay,
        ListCap.On => true,
        _ => false,
    };
}
