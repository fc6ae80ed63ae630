using System.Globalization;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Activities;

/// <summary><c>GET /rest/v1/activities.json</c>.</summary>
internal static class ActivitiesPage
{
    private const int MaxTypes = 10;

    public static void Answer(MarketoCall call)
    {
        if (!LogPage.TryOpen(call, out var page) || !TryReadTypes(call, out var types) || !TryReadAssets(call, out var assets))
        {
            return;
        }

        if (SeedTypes.Map(call, types) is { } shown)
        {
            page.ShowTypes(shown);
        }

        var asked = types.ToArray();
        var retention = new Retention(call.Sim.Now);
        page.StartNotBefore(asked.Min(retention.Since));
        page.Write(
            head => asked.AsSpan().Contains(head.Type) && head.At >= retention.Since(head.Type) && (assets is null || assets.Contains(head.PrimaryId)),
            static (call, entry) =>
            {
                ActivityAttributes.WritePrimary(call.Json, entry);
                ActivityAttributes.Write(call, entry);
            });
    }

    /// <summary>At most ten types (the code of an eleventh is unverified); an unknown one matches nothing.</summary>
    private static bool TryReadTypes(MarketoCall call, out SortedSet<int> types)
    {
        types = [];
        var texts = call.Parameters.List("activityTypeIds");
        if (texts.Count is 0 or > MaxTypes)
        {
            call.Fail(texts.Count == 0 ? MarketoErrors.MissingParameter("activityTypeIds") : MarketoErrors.InvalidData($"The number of activityTypeIds {texts.Count} is over {MaxTypes}"));
            return false;
        }

        foreach (var text in texts)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                call.Fail(MarketoErrors.InvalidValue(text, "Integer"));
                return false;
            }

            types.Add(id);
        }

        return true;
    }

    /// <summary>Only together with one type.</summary>
    private static bool TryReadAssets(MarketoCall call, out HashSet<int>? assets)
    {
        assets = null;
        var texts = call.Parameters.List("assetIds");
        if (texts.Count > 0 && call.Parameters.List("activityTypeIds").Count > 1)
        {
            call.Fail(MarketoErrors.InvalidData("assetIds goes with one activityTypeIds only"));
            return false;
        }

        foreach (var text in texts)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                call.Fail(MarketoErrors.InvalidValue(text, "Integer"));
                return false;
            }

            (assets ??= []).Add(id);
        }

        return true;
    }
}
