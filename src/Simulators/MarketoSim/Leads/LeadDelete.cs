using System.Globalization;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Leads;

/// <summary><c>POST /rest/v1/leads/delete.json</c>, or the older <c>POST /rest/v1/leads.json?_method=DELETE</c>, which clients recorded in 2020: ids in a JSON body, or in the query with an empty body.</summary>
internal static class LeadDelete
{
    public static void Answer(MarketoCall call)
    {
        if (!TryReadIds(call, out var ids))
        {
            return;
        }

        call.Sim.Records = ids.Count;
        call.StartResult();
        foreach (var id in ids)
        {
            if (call.NextRecordFault() is { } fault)
            {
                call.WriteSkipped(fault);
                continue;
            }

            if (LeadAccess.Find(call, id) is not { } row)
            {
                call.WriteSkipped(MarketoErrors.LeadNotFound);
                continue;
            }

            call.Instance.Writer.Delete(row, call.Context);
            call.Json.WriteStartObject();
            call.Json.WriteNumber("id"u8, id);
            call.Json.WriteString("status"u8, "deleted"u8);
            call.Json.WriteEndObject();
        }

        call.EndResult();
    }

    private static bool TryReadIds(MarketoCall call, out List<int> ids)
    {
        ids = [];
        if (call.Sim.Body.IsEmpty)
        {
            foreach (var text in call.Parameters.List("id"))
            {
                if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                {
                    call.Fail(MarketoErrors.InvalidValue(text, "Integer"));
                    return false;
                }

                ids.Add(id);
            }
        }
        else if (!call.TryOpenJson(out var reader) || !IdList.TryRead(call, ref reader, "id", ids))
        {
            return false;
        }

        return IdList.CheckCount(call, ids.Count);
    }
}
