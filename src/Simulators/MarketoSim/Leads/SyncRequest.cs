using System.Runtime.InteropServices;
using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Leads;

/// <summary>A parsed and checked body of Sync Leads. All of it is read before anything is written.</summary>
internal sealed class SyncRequest
{
    private const int MaxRecords = 300;

    /// <summary>A guess, so that the list rarely grows: name and value of a field in JSON.</summary>
    private const int BytesPerCell = 32;

    private readonly List<FieldValue> cells = [];
    private readonly List<PersonField?> order = [];

    public SyncAction Action { get; private set; } = SyncAction.CreateOrUpdate;

    public PersonField Lookup { get; private set; } = null!;

    public bool Async { get; private set; }

    public List<SyncRecord> Records { get; } = [];

    public ReadOnlySpan<FieldValue> CellsOf(in SyncRecord record) => CollectionsMarshal.AsSpan(cells)[record.Start..record.End];

    /// <summary>Reads the body at the reader. False when the call was refused.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reader">On the body's first brace.</param>
    /// <param name="defaultAction">Of a body that names none.</param>
    public bool TryRead(MarketoCall call, ref Utf8JsonReader reader, SyncAction defaultAction)
    {
        Action = defaultAction;
        cells.EnsureCapacity(call.Sim.Body.Length / BytesPerCell);
        string? action = null, lookup = null, partition = null;
        Utf8JsonReader input = default;
        var hasInput = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("input"u8))
            {
                reader.Read();

                // The records are read when action and lookup field, which may follow them, are known.
                input = reader;
                hasInput = reader.TokenType == JsonTokenType.StartArray;
                reader.Skip();
                continue;
            }

            var member = reader.GetString();
            reader.Read();
            switch (member)
            {
                case "action" when reader.TokenType == JsonTokenType.String: action = reader.GetString(); break;
                case "lookupField" when reader.TokenType == JsonTokenType.String: lookup = reader.GetString(); break;
                case "partitionName" when reader.TokenType == JsonTokenType.String: partition = reader.GetString(); break;
                case "asyncProcessing": Async = reader.TokenType == JsonTokenType.True; break;
                default: reader.Skip(); break;
            }
        }

        // To the end, so that what follows the object is found out as broken.
        reader.Read();
        return TrySetMode(call, action, lookup, partition)
            && (hasInput || Refuse(call, MarketoErrors.MissingParameter("input")))
            && TryReadRecords(call, ref input);
    }

    /// <summary>Reads one record alone as an update: the seed's PATCH of a person.</summary>
    public bool TryReadSingle(MarketoCall call, ref Utf8JsonReader reader)
    {
        Action = SyncAction.UpdateOnly;
        Lookup = call.Instance.Schema.Id;
        return TryReadRecord(call, ref reader);
    }

    private bool TrySetMode(MarketoCall call, string? action, string? lookup, string? partition)
    {
        switch (action)
        {
            case null: break;
            case "createOrUpdate": Action = SyncAction.CreateOrUpdate; break;
            case "createOnly": Action = SyncAction.CreateOnly; break;
            case "updateOnly": Action = SyncAction.UpdateOnly; break;
            case "createDuplicate": Action = SyncAction.CreateDuplicate; break;
            default: return Refuse(call, MarketoErrors.InvalidData($"Invalid action '{action}'"));
        }

        if (partition is not null && partition != "Default")
        {
            return Refuse(call, new MarketoError("1008", $"Access denied to partition '{partition}'"));
        }

        if (call.Instance.Schema.Find(lookup ?? "email") is not { Searchable: true } field)
        {
            return Refuse(call, MarketoErrors.LookupNotSupported(lookup!));
        }

        Lookup = field;
        return field != call.Instance.Schema.Id || Action == SyncAction.UpdateOnly
            || Refuse(call, MarketoErrors.InvalidData("Lookup field 'id' is only allowed with action 'updateOnly'"));
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
        var start = cells.Count;
        MarketoError? problem = null;
        var place = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = FieldAt(call.Instance.Schema, ref reader, place++, out var unknown);
            reader.Read();
            if (field is null)
            {
                switch (call.Instance.Options.Switches.LeadUnknownField)
                {
                    case UnknownField.Response: return Refuse(call, MarketoErrors.FieldNotFound(unknown!));
                    case UnknownField.Record: problem ??= MarketoErrors.FieldNotFound(unknown!); break;
                    default: break;
                }

                reader.Skip();
                continue;
            }

            var value = call.Instance.Reader.Read(ref reader, field, out var misfit);
            problem ??= misfit ?? CheckWritable(field, value);
            cells.Add(new FieldValue(field, value));
        }

        Records.Add(new SyncRecord(start, cells.Count, problem));
        return true;
    }

    /// <summary>The field that the reader names. Records of a batch mostly name the same fields in the same order, so the place is tried first.</summary>
    private PersonField? FieldAt(PersonSchema schema, ref Utf8JsonReader reader, int place, out string? unknown)
    {
        unknown = null;
        if (place < order.Count && order[place] is { } guess && reader.ValueTextEquals(guess.Utf8Name))
        {
            return guess;
        }

        var name = reader.GetString()!;
        var field = schema.Find(name);
        unknown = field is null ? name : null;
        if (place < order.Count)
        {
            order[place] = field;
        }
        else if (place == order.Count)
        {
            order.Add(field);
        }

        return field;
    }

    private MarketoError? CheckWritable(PersonField field, object? value)
    {
        if (field.ReadOnly && !(field == Lookup && Action != SyncAction.CreateDuplicate))
        {
            return MarketoErrors.InvalidData($"Field '{field.Name}' is not updateable");
        }

        // Sales persons are not simulated, so a key of one is always unknown.
        return value is not null && field.Name == "externalSalesPersonId" ? MarketoErrors.ObjectNotFound : null;
    }

    private static bool Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return false;
    }
}
