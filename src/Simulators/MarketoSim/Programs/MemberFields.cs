using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Programs;

/// <summary>The fields of a program member: what describe lists and reads write.</summary>
internal static class MemberFields
{
    public static readonly (string Name, string DisplayName, string Type)[] All =
    [
        ("acquiredBy", "Acquired By", "boolean"),
        ("isExhausted", "Is Exhausted", "boolean"),
        ("leadId", "Lead Id", "integer"),
        ("membershipDate", "Membership Date", "datetime"),
        ("programId", "Program Id", "integer"),
        ("reachedSuccess", "Reached Success", "boolean"),
        ("statusName", "Status", "string"),
        ("updatedAt", "Updated At", "datetime"),
    ];

    private static readonly string[] DefaultRead = ["acquiredBy", "leadId", "membershipDate", "programId", "reachedSuccess"];

    /// <summary>The fields of a read. False when the call was refused.</summary>
    public static bool TryResolve(MarketoCall call, out IReadOnlyList<string> fields)
    {
        var names = call.Parameters.List("fields");
        fields = names.Count == 0 ? DefaultRead : names;
        foreach (var name in fields)
        {
            if (!Array.Exists(All, field => field.Name == name))
            {
                call.Fail(MarketoErrors.FieldNotFound(name));
                return false;
            }
        }

        return true;
    }

    public static void Write(Utf8JsonWriter json, ProgramMember member, string field)
    {
        switch (field)
        {
            // Nobody is acquired by a program here, and engagement streams are not simulated.
            case "acquiredBy" or "isExhausted": json.WriteBoolean(field, false); break;
            case "leadId": json.WriteNumber(field, member.PersonId); break;
            case "membershipDate": json.WriteString(field, WireTime.Format(member.Since)); break;
            case "programId": json.WriteNumber(field, member.ProgramId); break;
            case "reachedSuccess": json.WriteBoolean(field, member.ReachedSuccess); break;
            case "statusName": json.WriteString(field, member.Status); break;
            default: json.WriteString(field, WireTime.Format(member.UpdatedAt)); break;
        }
    }
}
