using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Overrides;
using SfMarketo.MarketoSim.Identity;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Limits;

namespace SfMarketo.MarketoSim.Calls;

/// <summary>A call that was let in, with what its endpoint needs: parameters, body, envelope.</summary>
internal sealed class MarketoCall(MarketoInstance instance, SimCall sim, MarketoOperation operation, AccessToken? token)
{
    private CallParameters? parameters;
    private (MarketoError Error, AnswerOverride Override)? raised;

    public MarketoInstance Instance { get; } = instance;

    public SimCall Sim { get; } = sim;

    public MarketoOperation Operation { get; } = operation;

    public AccessToken? Token { get; } = token;

    /// <summary>The limits that hold the call's slot; a reset gives the instance new ones while calls run. Null for a call without a slot.</summary>
    public InstanceLimits? Entered { get; init; }

    public Utf8JsonWriter Json => Sim.Json;

    public MarketoStore Store => Instance.Store;

    /// <summary>There are no parameters, as most reads by id have none.</summary>
    public bool IsBare => parameters is null && !Sim.Http.Request.QueryString.HasValue && Sim.Body.IsEmpty;

    public CallParameters Parameters => parameters ??= ReadParameters();

    public ChangeContext Context => ChangeContext.Client(Sim.Number, Sim.Now, Sim.Client);

    /// <summary>Answers with one error of the whole call, or with what sw:answer.override has in its place.</summary>
    public void Fail(in MarketoError error)
    {
        if (Instance.Options.Switches.AnswerOverride.Find(Sim.Http, error.Code) is { Level: not OverrideLevel.Record } other)
        {
            FailInstead(error, other);
        }
        else
        {
            WriteFailure(error);
        }
    }

    private void FailInstead(in MarketoError error, AnswerOverride other)
    {
        Sim.Status = other.Status > 0 ? other.Status : Sim.Status;
        if (other.Code.Length > 0)
        {
            WriteFailure(Instead(error, other));
            return;
        }

        Sim.ResetOutput();
        Sim.AddCode(other.Status.ToString(CultureInfo.InvariantCulture));
        Sim.ContentType = null;
    }

    private static MarketoError Instead(in MarketoError error, AnswerOverride other) => new(other.Code, other.Text.Length > 0 ? other.Text : error.Message);

    private void WriteFailure(in MarketoError error)
    {
        Sim.ResetOutput();
        Sim.AddCode(error.Code);
        Instance.CountError(error.Code, Sim.At);
        WriteEnvelopeStart();
        Json.WriteBoolean("success"u8, false);
        Json.WriteStartArray("errors"u8);
        WriteError(error);
        Json.WriteEndArray();
        Json.WriteEndObject();
        Json.Flush();
    }

    /// <summary>Opens the envelope and its result array.</summary>
    public void StartResult()
    {
        WriteEnvelopeStart();
        Json.WriteStartArray("result"u8);
    }

    /// <summary>Closes result and envelope of a success.</summary>
    /// <param name="nextPageToken">Null for none.</param>
    /// <param name="moreResult">Null to leave the member out.</param>
    /// <param name="warning">Names the true form of a seed form.</param>
    public void EndResult(string? nextPageToken = null, bool? moreResult = null, string? warning = null)
    {
        Json.WriteEndArray();
        EndEnvelope(nextPageToken, moreResult, warning);
    }

    /// <summary>Opens the envelope of an answer without result.</summary>
    public void WriteEnvelopeStart()
    {
        Json.WriteStartObject();
        WriteRequestId();
    }

    public void WriteRequestId()
    {
        Span<byte> id = stackalloc byte[40];

        // Two hex parts around a '#', the second the epoch milliseconds, as in every sample.
        ((uint)(Sim.Number * 40503) & 0xFFFF).TryFormat(id, out var length, "x", CultureInfo.InvariantCulture);
        id[length++] = (byte)'#';
        (Sim.At / 1000).TryFormat(id[length..], out var more, "x", CultureInfo.InvariantCulture);
        Json.WriteString("requestId"u8, id[..(length + more)]);
    }

    public void EndEnvelope(string? nextPageToken = null, bool? moreResult = null, string? warning = null)
    {
        if (raised is { } rule)
        {
            FailInstead(rule.Error, rule.Override);
            return;
        }

        Json.WriteBoolean("success"u8, true);
        if (nextPageToken is not null)
        {
            Json.WriteString("nextPageToken"u8, nextPageToken);
        }

        if (moreResult is { } more)
        {
            Json.WriteBoolean("moreResult"u8, more);
        }

        if (warning is not null)
        {
            Json.WriteStartArray("warnings"u8);
            Json.WriteStartObject();
            Json.WriteString("code"u8, "compat.seed");
            Json.WriteString("message"u8, warning);
            Json.WriteEndObject();
            Json.WriteEndArray();
        }

        Json.WriteEndObject();
        Json.Flush();
    }

    /// <summary>Writes one record that was not taken, and notes its code.</summary>
    /// <param name="reason">The reason; sw:answer.override may put another one in its place, or make it the answer of the whole call, whose other records are written all the same.</param>
    /// <param name="seq">Index in the request, for objects that are not leads.</param>
    /// <param name="id">The record's id, where the vendor shows it.</param>
    /// <param name="asErrors">The reason is in <c>errors</c>: custom activities only.</param>
    public void WriteSkipped(in MarketoError reason, int? seq = null, int? id = null, bool asErrors = false)
    {
        var error = reason;
        if (Instance.Options.Switches.AnswerOverride.Find(Sim.Http, reason.Code) is { } other)
        {
            if (other.Level == OverrideLevel.Record)
            {
                error = Instead(reason, other);
            }
            else
            {
                raised ??= (reason, other);
            }
        }

        Sim.AddCode(error.Code);
        Json.WriteStartObject();
        if (seq is { } index)
        {
            Json.WriteNumber("seq"u8, index);
        }

        if (id is { } known)
        {
            Json.WriteNumber("id"u8, known);
        }

        Json.WriteString("status"u8, "skipped"u8);
        Json.WriteStartArray(asErrors ? "errors"u8 : "reasons"u8);
        WriteError(error);
        Json.WriteEndArray();
        Json.WriteEndObject();
    }

    /// <summary>The reason for which a fault refuses the next record of this write; null for a record that is taken. Asked once for each, in their order.</summary>
    public MarketoError? NextRecordFault() => Sim.NextRecordFault() is { } code ? Control.FaultAnswers.OfRecord(code) : null;

    /// <summary>Checks content type and encoding of a JSON body and returns a reader on its first brace. Broken JSON throws, and becomes 609.</summary>
    public bool TryOpenJson(out Utf8JsonReader reader)
    {
        reader = default;
        var contentType = Sim.Http.Request.ContentType;
        if (contentType is null || !contentType.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            Fail(MarketoErrors.InvalidContentType);
            return false;
        }

        if (!Utf8.IsValid(Sim.Body.Span))
        {
            Fail(MarketoErrors.InvalidJson);
            return false;
        }

        reader = new Utf8JsonReader(Sim.Body.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            Fail(MarketoErrors.InvalidJson);
            return false;
        }

        return true;
    }

    /// <summary>The page size: at most and by default 300. False when the call was refused.</summary>
    public bool TryReadBatchSize(out int size)
    {
        size = 300;
        if (Parameters["batchSize"] is not { } text)
        {
            return true;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size == 0)
        {
            Fail(MarketoErrors.InvalidValue(text, "Integer"));
            return false;
        }

        if (size > 300 && Instance.Options.Switches.PagingOverMax == SfMarketo.MarketoSim.Options.OverMax.Error)
        {
            Fail(MarketoErrors.InvalidData($"batchSize '{text}' is over 300"));
            return false;
        }

        size = Math.Min(size, 300);
        return true;
    }

    /// <summary>The place of a page ordered by id: the last id before it. False when the call was refused.</summary>
    public bool TryReadAfterId(out int after)
    {
        after = 0;
        if (Parameters["nextPageToken"] is not { } text)
        {
            return true;
        }

        if (!PageToken.TryParse(text, out var token) || token.Kind != PageTokenKind.AfterId)
        {
            Fail(MarketoErrors.InvalidData("Invalid nextPageToken"));
            return false;
        }

        after = (int)token.Value;
        return true;
    }

    private void WriteError(in MarketoError error)
    {
        Json.WriteStartObject();
        Json.WriteString("code"u8, error.Code);
        Json.WriteString("message"u8, error.Message);
        Json.WriteEndObject();
    }

    private CallParameters ReadParameters()
    {
        var request = Sim.Http.Request;
        var read = new CallParameters(request.QueryString.Value ?? "");
        if (request.Method == "POST" && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            read.AddForm(Sim.Body.Span);
        }

        return read;
    }
}
