using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Companies;

/// <summary>A parsed body of Sync Companies or Delete Companies. All of it is read before anything is written.</summary>
internal sealed class CompanyRequest
{
    private const int MaxRecords = 300;

    public string Action { get; private set; } = "createOrUpdate";

    /// <summary>Records are told by Marketo's id, not by the external key.</summary>
    public bool ById { get; private set; }

    public List<CompanyRecord> Records { get; } = [];

    /// <param name="call">The call.</param>
    /// <param name="reader">On the body's first brace.</param>
    /// <param name="byMember"><c>dedupeBy</c> or <c>deleteBy</c>.</param>
    /// <returns>False when the call was refused.</returns>
    public bool TryRead(MarketoCall call, ref Utf8JsonReader reader, string byMember)
    {
        string? action = null, by = null;
        Utf8JsonReader input = default;
        var hasInput = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.GetString();
            reader.Read();
            if (member == "input")
            {
                // The records are read when the mode, which may follow them, is known.
                input = reader;
                hasInput = reader.TokenType == JsonTokenType.StartArray;
            }
            else if (reader.TokenType == JsonTokenType.String)
            {
                action = member == "action" ? reader.GetString() : action;
                by = member == byMember ? reader.GetString() : by;
            }

            reader.Skip();
        }

        reader.Read();
        return TrySetMode(call, action, by, byMember)
            && (hasInput || Refuse(call, MarketoErrors.MissingParameter("input")))
            && TryReadRecords(call, ref input);
    }

    private bool TrySetMode(MarketoCall call, string? action, string? by, string byMember)
    {
        Action = action ?? Action;
        ById = by == "idField";
        if (Action is not ("createOrUpdate" or "createOnly" or "updateOnly"))
        {
            return Refuse(call, MarketoErrors.InvalidData($"Invalid action '{action}'"));
        }

        if (by is not (null or "dedupeFields" or "idField"))
        {
            return Refuse(call, MarketoErrors.InvalidData($"Invalid {byMember} '{by}'"));
        }

        return !(ById && Action == "createOnly") || Refuse(call, MarketoErrors.InvalidData($"{byMember} 'idField' is not allowed with action 'createOnly'"));
    }

    private bool TryReadRecords(MarketoCall call, ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return Refuse(call, MarketoErrors.InvalidJson);
            }

            if (!TryReadRecord(call, ref reader))
            {
                return false;
            }
        }

        call.Sim.Records = Records.Count;
        return Records.Count switch
        {
            0 => Refuse(call, MarketoErrors.MissingParameter("input")),
            > MaxRecords => Refuse(call, MarketoErrors.InvalidData($"The number of records {Records.Count} is over {MaxRecords}")),
            _ => true,
        };
    }

    private bool TryReadRecord(MarketoCall call, ref Utf8JsonReader reader)
    {
        var schema = call.Instance.CompanySchema;
        var cells = new List<FieldValue>();
        object? key = null;
        MarketoError? problem = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (schema.Find(name) is not { } field)
            {
                return Refuse(call, MarketoErrors.FieldNotFound(name));
            }

            var value = call.Instance.Reader.Read(ref reader, field, out var misfit);
            problem ??= misfit;
            if (field == (ById ? schema.Id : schema.ExternalId))
            {
                key = value;
            }
            else if (field.ReadOnly)
            {
                problem ??= MarketoErrors.InvalidData($"Field '{name}' is not updateable");
            }
            else
            {
                cells.Add(new FieldValue(field, value));
            }
        }

        problem ??= key is null ? MarketoErrors.MissingParameter(ById ? schema.Id.Name : schema.ExternalId.Name) : null;
        Records.Add(new CompanyRecord(key, [.. cells], problem));
        return true;
    }

    private static bool Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return false;
    }
}
