using System.Globalization;
using System.Runtime.InteropServices;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Leads;

/// <summary><c>GET /rest/v1/leads.json</c>: 300 values, 1,000 matches, pages ordered by id (the vendor promises no order).</summary>
internal static class LeadsByFilter
{
    private const int MaxMatches = 1_000;

    public static void Answer(MarketoCall call)
    {
        string? warning = null;
        if (!TryReadFilter(call, out var ids, ref warning) || !LeadFields.TryResolve(call, out var fields) || !call.TryReadBatchSize(out var size) || !call.TryReadAfterId(out var after))
        {
            return;
        }

        if (ids.Count > MaxMatches)
        {
            call.Fail(MarketoErrors.TooManyResults);
            return;
        }

        var start = 0;
        while (start < ids.Count && ids[start] <= after)
        {
            start++;
        }

        var end = Math.Min(ids.Count, start + size);
        call.Store.People.Warm(CollectionsMarshal.AsSpan(ids)[start..end], fields);
        call.StartResult();
        for (var place = start; place < end; place++)
        {
            LeadFields.Write(call, call.Store.People.FindLive(ids[place])!, fields);
        }

        if (end < ids.Count)
        {
            call.EndResult(new PageToken(PageTokenKind.AfterId, ids[end - 1]).ToString(), true, warning);
        }
        else
        {
            call.EndResult(warning: warning);
        }
    }

    /// <summary>The ids that match, ascending, each once.</summary>
    private static bool TryReadFilter(MarketoCall call, out List<int> ids, ref string? warning)
    {
        ids = [];
        if (call.Parameters["filterType"] is not { } filterType)
        {
            return Refuse(call, MarketoErrors.MissingParameter("filterType"));
        }

        var seedForm = filterType == "updatedAt" && call.Instance.Options.Switches.CompatSeed;
        if (!seedForm && call.Instance.Schema.Find(filterType) is not { Searchable: true })
        {
            return Refuse(call, MarketoErrors.LookupNotSupported(filterType));
        }

        var values = call.Parameters.List("filterValues");
        if (BatchSize.Check(call, values.Count, "filterValues") is { } misfit)
        {
            return Refuse(call, misfit);
        }

        if (seedForm)
        {
            warning = "filterType=updatedAt is not part of Marketo's API (error 1011); use activities/leadchanges.json";
            return TryFindChanged(call, values, ids);
        }

        return TryFind(call, call.Instance.Schema.Find(filterType)!, values, ids);
    }

    private static bool TryFind(MarketoCall call, PersonField field, List<string> values, List<int> ids)
    {
        foreach (var value in values)
        {
            if (field == call.Instance.Schema.Cookies)
            {
                if (Cookie.TokenOf(value) is not { } token)
                {
                    return Refuse(call, MarketoErrors.InvalidCookie(value));
                }

                if (call.Instance.Cookies.Find(token) is { } visitor)
                {
                    ids.Add(visitor.Id);
                }
            }
            else if (field != call.Instance.Schema.Id)
            {
                ids.AddRange(call.Store.People.Find(field, value));
            }
            else if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                return Refuse(call, MarketoErrors.InvalidValue(value, "Integer"));
            }
            else
            {
                ids.Add(id);
            }
        }

        SortOnce(ids);
        if (field == call.Instance.Schema.Id)
        {
            call.Store.People.Warm(CollectionsMarshal.AsSpan(ids), []);
            ids.RemoveAll(id => call.Store.People.FindLive(id) is null);
        }

        if (call.Token!.Credential.Partitions.Count > 0)
        {
            ids.RemoveAll(id => LeadAccess.Find(call, id) is null);
        }

        return true;
    }

    /// <summary>The seed's form: <c>from,to</c>, <c>from/to</c> or one instance since which any field changed.</summary>
    private static bool TryFindChanged(MarketoCall call, List<string> values, List<int> ids)
    {
        var bounds = values.Count == 1 ? values[0].Split('/') : [.. values];
        var until = DateTimeOffset.MaxValue;
        if (!WireTime.TryParse(bounds[0], out var since) || bounds.Length > 2 || (bounds.Length == 2 && !WireTime.TryParse(bounds[1], out until)))
        {
            return Refuse(call, MarketoErrors.InvalidDate(string.Join(',', values)));
        }

        var (low, high) = (Micros.From(since), Micros.From(until));
        for (var place = 0; place < call.Store.People.Count; place++)
        {
            if (call.Store.People.At(place) is { IsLive: true } row && row.ChangedAt >= low && row.ChangedAt <= high)
            {
                ids.Add(row.Id);
            }
        }

        return true;
    }

    private static void SortOnce(List<int> ids)
    {
        ids.Sort();
        var kept = 0;
        for (var place = 0; place < ids.Count; place++)
        {
            if (place == 0 || ids[place] != ids[place - 1])
            {
                ids[kept++] = ids[place];
            }
        }

        ids.RemoveRange(kept, ids.Count - kept);
    }

    private static bool Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return false;
    }
}
