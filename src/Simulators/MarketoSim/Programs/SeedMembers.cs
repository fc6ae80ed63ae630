using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Leads;

namespace SfMarketo.MarketoSim.Programs;

/// <summary>The seed's <c>POST /rest/v1/leads/programs/members.json</c>, which Marketo does not have: program and action in the body, results as of the true calls.</summary>
/// <remarks>Source: shared/reference/marketo.md section 11.</remarks>
internal static class SeedMembers
{
    private const string SetWarning =
        "POST leads/programs/members.json is not part of Marketo's API (error 605); use POST /rest/v1/programs/{programId}/members/status.json";
    private const string RemoveWarning =
        "POST leads/programs/members.json is not part of Marketo's API (error 605); use POST /rest/v1/programs/{programId}/members/delete.json";

    public static void Answer(MarketoCall call)
    {
        if (!call.TryOpenJson(out var reader) || !TryReadBody(call, reader, out var programId, out var statusName, out var action))
        {
            return;
        }

        var ids = new List<int>();
        if (!IdList.TryRead(call, ref reader, "leadId", ids) || !IdList.CheckCount(call, ids.Count))
        {
            return;
        }

        if (call.Instance.Assets.FindProgram(programId) is not { } program)
        {
            call.Fail(MarketoErrors.ObjectNotFound);
        }
        else if (action == "remove")
        {
            MemberDelete.Delete(call, program, ids, RemoveWarning);
        }
        else
        {
            MemberStatus.Set(call, program, statusName, ids, SetWarning);
        }
    }

    private static bool TryReadBody(MarketoCall call, Utf8JsonReader reader, out int programId, out string statusName, out string? action)
    {
        programId = 0;
        statusName = "";
        action = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.GetString();
            reader.Read();
            switch (member)
            {
                case "programId" when reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var id): programId = id; break;
                case "statusName" when reader.TokenType == JsonTokenType.String: statusName = reader.GetString()!; break;
                case "action" when reader.TokenType == JsonTokenType.String: action = reader.GetString(); break;
                default: reader.Skip(); break;
            }
        }

        var problem = (programId, action) switch
        {
            (0, _) => MarketoErrors.MissingParameter("programId"),
            (_, not (null or "remove")) => MarketoErrors.InvalidData($"Invalid action '{action}'"),
            (_, null) when statusName.Length == 0 => MarketoErrors.MissingParameter("statusName"),
            _ => (MarketoError?)null,
        };
        if (problem is { } error)
        {
            call.Fail(error);
        }

        return problem is null;
    }
}
