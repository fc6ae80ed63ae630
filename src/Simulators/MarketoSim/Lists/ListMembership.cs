using System.Globalization;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Leads;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Lists;

/// <summary>Adds to a list, removes from it, and tells who is on it: ids as <c>id=1&amp;id=2</c>, as <c>id=1,2</c>, or in a JSON body.</summary>
/// <remarks>Repeats are unverified: sw:list.addTwice, sw:list.removeAbsent. DELETE wants the JSON content type, as seen in client code.</remarks>
internal static class ListMembership
{
    public static void Add(MarketoCall call)
    {
        if (!TryReadIds(call, out var ids) || ListsPage.Find(call) is not { } list)
        {
            return;
        }

        var again = call.Instance.Options.Switches.ListAddTwice;
        Write(call, ids, id => call.Instance.ListWriter.Add(list, id, call.Context) || again == ListAddTwice.Added ? null : MarketoErrors.ObjectExists, "added");
    }

    public static void Remove(MarketoCall call)
    {
        if (call.Sim.Http.Request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
        {
            call.Fail(MarketoErrors.InvalidContentType);
            return;
        }

        if (!TryReadIds(call, out var ids) || ListsPage.Find(call) is not { } list)
        {
            return;
        }

        var absent = call.Instance.Options.Switches.ListRemoveAbsent;
        Write(call, ids, id => call.Instance.ListWriter.Remove(list, id, call.Context) || absent == ListRemoveAbsent.Removed ? null : MarketoErrors.LeadNotInList, "removed");
    }

    public static void IsMember(MarketoCall call)
    {
        if (!TryReadIds(call, out var ids) || ListsPage.Find(call) is not { } list)
        {
            return;
        }

        call.Sim.Records = ids.Count;
        call.StartResult();
        foreach (var id in ids)
        {
            if (call.Store.People.FindLive(id) is null)
            {
                WriteSkipped(call, id, MarketoErrors.LeadNotFound);
            }
            else
            {
                WriteResult(call, id, call.Store.Lists.Contains(list.Id, id) ? "memberof" : "notmemberof");
            }
        }

        call.EndResult();
    }

    private static void Write(MarketoCall call, List<int> ids, Func<int, MarketoError?> change, string status)
    {
        call.Sim.Records = ids.Count;
        call.StartResult();
        foreach (var id in ids)
        {
            var problem = call.NextRecordFault() ?? (call.Store.People.FindLive(id) is null ? MarketoErrors.LeadNotFound : change(id));
            if (problem is { } error)
            {
                WriteSkipped(call, id, error);
            }
            else
            {
                WriteResult(call, id, status);
            }
        }

        call.EndResult();
    }

    /// <summary>With the id, which list answers show for skipped people too.</summary>
    private static void WriteSkipped(MarketoCall call, int id, in MarketoError error) => call.WriteSkipped(error, id: id);

    private static void WriteResult(MarketoCall call, int id, string status)
    {
        call.Json.WriteStartObject();
        call.Json.WriteNumber("id"u8, id);
        call.Json.WriteString("status"u8, status);
        call.Json.WriteEndObject();
    }

    private static bool TryReadIds(MarketoCall call, out List<int> ids)
    {
        ids = [];
        if (!call.Sim.Body.IsEmpty && !IsForm(call))
        {
            return call.TryOpenJson(out var reader) && IdList.TryRead(call, ref reader, "id", ids) && IdList.CheckCount(call, ids.Count);
        }

        foreach (var text in call.Parameters.List("id"))
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                call.Fail(MarketoErrors.InvalidValue(text, "Integer"));
                return false;
            }

            ids.Add(id);
        }

        return ids.Count > 0 ? IdList.CheckCount(call, ids.Count) : Missing(call);
    }

    private static bool IsForm(MarketoCall call) =>
        call.Sim.Http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    private static bool Missing(MarketoCall call)
    {
        call.Fail(MarketoErrors.MissingParameter("id"));
        return false;
    }
}
