using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Leads;

namespace SfMarketo.MarketoSim.Programs;

/// <summary>Reads the <c>fields</c> parameter of member queries and writes members with those fields.</summary>
internal static class MemberFields
{
    /// <summary>The fields of a read. False when the call was refused.</summary>
    public static bool TryResolve(MarketoCall call, out IReadOnlyList<PersonField> fields)
    {
        var schema = call.Instance.MemberSchema;
        var names = call.Parameters.List("fields");
        var found = new List<PersonField>();
        fields = names.Count == 0 ? schema.DefaultRead : found;
        foreach (var name in names)
        {
            if (schema.Find(name) is not { } field)
            {
                call.Fail(MarketoErrors.FieldNotFound(name));
                return false;
            }

            found.Add(field);
        }

        return true;
    }

    public static void Write(Utf8JsonWriter json, ProgramMember member, PersonField field)
    {
        switch (field.Name)
        {
            case "acquiredBy": json.WriteBoolean(field.EncodedName, member.AcquiredBy); break;
            case "isExhausted": json.WriteBoolean(field.EncodedName, member.IsExhausted); break;
            case "createdAt": json.WriteString(field.EncodedName, WireTime.Format(member.Since)); break;
            case "nurtureCadence": json.WriteString(field.EncodedName, member.Nurture?.Cadence); break;
            case "trackName": json.WriteString(field.EncodedName, member.Nurture?.StreamName); break;
            case "reachedSuccessDate": json.WriteString(field.EncodedName, member.SuccessAt == 0 ? null : WireTime.Format(member.SuccessAt)); break;
            case "leadId": json.WriteNumber(field.EncodedName, member.PersonId); break;
            case "membershipDate": json.WriteString(field.EncodedName, WireTime.Format(member.Since)); break;
            case "programId": json.WriteNumber(field.EncodedName, member.ProgramId); break;
            case "reachedSuccess": json.WriteBoolean(field.EncodedName, member.ReachedSuccess); break;
            case "statusName": json.WriteString(field.EncodedName, member.Status); break;
            case "updatedAt": json.WriteString(field.EncodedName, WireTime.Format(member.UpdatedAt)); break;
            default: LeadFields.WriteValue(json, field.EncodedName, ValueOf(member, field)); break;
        }
    }

    /// <summary>The value of one of the member's own fields.</summary>
    public static object? ValueOf(ProgramMember member, PersonField field) => field.Number < member.Values.Length ? member.Values[field.Number] : null;
}
