using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Objects;

/// <summary>A parsed body of a sync or delete. All of it is read before anything is written.</summary>
/// <remarks>Source: Marketo REST API, "Lead database". The pages disagree on <c>dedupeBy</c> with <c>createOrUpdate</c>; it is accepted.</remarks>
internal sealed class ObjectRequest(ObjectKind kind)
{
    /// <summary>Records of one write, as documented.</summary>
    private const int MaxRecords = 300;

    public string Action { get; private set; } = "createOrUpdate";

    /// <summary>Records are told by Marketo's id, not by the dedupe fields.</summary>
    public bool ById { get; private set; }

    public List<ObjectRecord> Records { get; } = [];

    /// <param name="call">The call.</param>
    /// <param name="byMember"><c>dedupeBy</c> or <c>deleteBy</c>; null for records that are always told by id.</param>
    /// <returns>False when the call was refused.</returns>
    public bool TryRead(MarketoCall call, string? byMember)
    {
        if (!call.TryOpenJson(out var reader))
        {
            return false;
        }

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
        return TrySetMode(call, action, byMember is null ? "idField" : by, byMember)
            && (hasInput || Refuse(call, MarketoErrors.MissingParameter("input")))
            && TryReadRecords(call, ref input);
    }

    private bool TrySetMode(MarketoCall call, string? action, string? by, string? byMember)
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
        var cells = new List<FieldValue>();
        var keys = new object?[kind.Fields.Length];
        object? id = null;
        MarketoError? problem = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (kind.Find(name) is not { } field)
            {
                return Refuse(call, MarketoErrors.FieldNotFound(name));
            }

            var value = call.Instance.Reader.Read(ref reader, field, out var misfit);
            problem ??= misfit;
            if (ById && field == kind.Id)
            {
                id = value;
            }
            else if (!ById && kind.IsKey(field))
            {
                keys[field.Number] = value;
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

        problem ??= ById ? (id is null ? MarketoErrors.MissingParameter(kind.Id.Name) : null) : MissingKey(keys);
        FieldValue[] keyCells = ById ? [] : [.. kind.Dedupe.Select(field => new FieldValue(field, keys[field.Number]))];
        Records.Add(new ObjectRecord(id, ById ? null : kind.KeyOf(keys), keyCells, [.. cells], problem));
        return true;
    }

    private MarketoError? MissingKey(object?[] keys) =>
        Array.Find(kind.Dedupe, field => keys[field.Number] is null) is { } missing ? MarketoErrors.MissingParameter(missing.Name) : null;

    private static bool Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return false;
    }
}
