using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Leads;

/// <summary>Finds the person that a record of a write means.</summary>
internal static class LeadLookup
{
    public static object? KeyOf(ReadOnlySpan<FieldValue> cells, PersonField lookup)
    {
        foreach (var cell in cells)
        {
            if (cell.Field == lookup)
            {
                return cell.Value;
            }
        }

        return null;
    }

    /// <summary>The person of a key: in the partition that is named, else in those that the caller sees.</summary>
    /// <param name="call">The call.</param>
    /// <param name="lookup">The lookup field.</param>
    /// <param name="key">Its value.</param>
    /// <param name="partition">The partition that the call names, or null.</param>
    /// <param name="problem">1007 for several people; 1010 or 1008 for one who lives in another partition only.</param>
    public static PersonRow? Find(MarketoCall call, PersonField lookup, object key, MarketoPartition? partition, out MarketoError? problem) =>
        Find(LeadScope.Of(call), call, lookup, key, partition, out problem);

    /// <summary>As the other, for the rows of a job: the call that brought it is over.</summary>
    public static PersonRow? Find(in LeadScope scope, PersonField lookup, object key, MarketoPartition? partition, out MarketoError? problem) =>
        Find(scope, null, lookup, key, partition, out problem);

    private static PersonRow? Find(in LeadScope scope, MarketoCall? call, PersonField lookup, object key, MarketoPartition? partition, out MarketoError? problem)
    {
        problem = null;
        PersonRow? found = null;
        var people = scope.Instance.Store.People;
        if (lookup == scope.Instance.Schema.Cookies)
        {
            return FindByCookie(scope, (string)key);
        }

        if (lookup == scope.Instance.Schema.Id)
        {
            found = people.FindLive((int)key);
            problem = found is null ? null : scope.Outside(found, partition);
            return problem is null ? found : null;
        }

        MarketoError? outside = null;
        foreach (var id in people.Find(lookup, key as string ?? PersonWriter.Wire(key)!))
        {
            var row = people.FindLive(id)!;
            if (call is not null && IsHidden(call, row))
            {
                continue;
            }

            if (scope.Outside(row, partition) is { } elsewhere)
            {
                outside ??= elsewhere;
                continue;
            }

            problem = found is null ? problem : MarketoErrors.SeveralLeads;
            found = row;
        }

        problem ??= found is null ? outside : null;
        return problem is null ? found : null;
    }

    /// <summary>A visitor of whom only the cookie is known is nobody that a write could mean.</summary>
    private static PersonRow? FindByCookie(in LeadScope scope, string cookie) =>
        scope.Instance.Cookies.Find(Cookie.TokenOf(cookie)!) is { } row && !scope.Instance.Cookies.IsAnonymous(row) && scope.Sees(row) ? row : null;

    /// <summary>With the upsert race, a person made by another call after this one had arrived does not exist for it yet.</summary>
    private static bool IsHidden(MarketoCall call, PersonRow row) =>
        call.Instance.Options.Switches.LeadUpsertRace && row.CreatedAt > call.Sim.At && row.CreatedByCall != call.Sim.Number;
}
