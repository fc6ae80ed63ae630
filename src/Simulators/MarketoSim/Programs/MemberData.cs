using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Leads;

namespace SfMarketo.MarketoSim.Programs;

/// <summary><c>POST /rest/v1/programs/{id}/members.json</c>: the members' own fields, for members only.</summary>
internal static class MemberData
{
    public static void Answer(MarketoCall call)
    {
        if (!call.TryOpenJson(out var reader) || !TryRead(call, ref reader, out var records) || !IdList.CheckCount(call, records.Count)
            || MemberStatus.FindProgram(call) is not { } program)
        {
            return;
        }

        call.Sim.Records = records.Count;
        call.StartResult();
        for (var seq = 0; seq < records.Count; seq++)
        {
            var (leadId, fields, problem) = records[seq];
            if ((call.NextRecordFault() ?? problem) is { } misfit)
            {
                call.WriteSkipped(misfit, seq);
            }
            else if (call.Store.Members.Find(program.Id, leadId) is not { } member)
            {
                call.WriteSkipped(MarketoErrors.MembershipNotFound, seq);
            }
            else
            {
                call.Instance.MemberWriter.SetData(program, member, fields, call.Context);
                MemberStatus.WriteResult(call, seq, leadId, "updated"u8);
            }
        }

        call.EndResult();
    }

    private static bool TryRead(MarketoCall call, ref Utf8JsonReader reader, out List<Record> records)
    {
        records = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isInput = reader.ValueTextEquals("input"u8);
            reader.Read();
            if (!isInput || reader.TokenType != JsonTokenType.StartArray)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType != JsonTokenType.StartObject)
                {
                    return Refuse(call, MarketoErrors.InvalidJson);
                }

                if (!TryReadRecord(call, ref reader, records))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool TryReadRecord(MarketoCall call, ref Utf8JsonReader reader, List<Record> records)
    {
        int? leadId = null;
        MarketoError? problem = null;
        var fields = new List<FieldValue>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (call.Instance.MemberSchema.Find(name) is not { } field)
            {
                return Refuse(call, MarketoErrors.FieldNotFound(name));
            }

            var value = call.Instance.Reader.Read(ref reader, field, out var misfit);
            problem ??= misfit;
            if (name == "leadId")
            {
                leadId = value as int?;
            }
            else if (field.ReadOnly)
            {
                problem ??= MarketoErrors.InvalidData($"Field '{name}' is not updateable");
            }
            else
            {
                fields.Add(new FieldValue(field, value));
            }
        }

        records.Add(new Record(leadId ?? 0, [.. fields], leadId is null ? problem ?? MarketoErrors.MissingParameter("leadId") : problem));
        return true;
    }

    private static bool Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return false;
    }

    private sealed record Record(int LeadId, FieldValue[] Fields, MarketoError? Problem);
}
