using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Faults;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Kernel.Calls;

/// <summary>One call at a simulator, from arrival to journal line. Endpoints read the request from it and write the answer to it.</summary>
/// <remarks>The answer is kept in memory until the call ends, so that limits, faults and the journal see all of it before a byte leaves.</remarks>
public sealed class SimCall
{
    private readonly AnswerBuffer output;
    private List<string>? codes;
    private List<DeliveredItem>? delivered;
    private ReadOnlyMemory<byte>? decoded;

    internal SimCall(HttpContext http, Simulator simulator, long number, DateTimeOffset arrivedAt, AnswerBuffer output)
    {
        this.output = output;
        Http = http;
        Simulator = simulator;
        Number = number;
        ArrivedAt = arrivedAt;
        At = Micros.From(arrivedAt);
        Now = At;
    }

    public HttpContext Http { get; }

    /// <summary>The instance that is called.</summary>
    public Simulator Simulator { get; }

    /// <summary>Number of the call in the order of arrival.</summary>
    public long Number { get; }

    public DateTimeOffset ArrivedAt { get; }

    /// <summary>Arrival, microseconds since 1970 UTC.</summary>
    public long At { get; }

    /// <summary>The instant at which the endpoint runs, after the service time; the clock is read once for all that happens in the call.</summary>
    public long Now { get; internal set; }

    /// <summary>When the call ended, microseconds since 1970 UTC.</summary>
    internal long DoneAt { get; set; }

    /// <summary>Where the network tells of the call's way; null for one that came over sockets.</summary>
    internal INetworkFateFeature? Network { get; init; }

    /// <summary>The call came over sockets: nothing but what the server itself knows is among its features.</summary>
    internal bool IsSocket { get; init; }

    /// <summary>The whole request body, without its transfer form once <see cref="Decode"/> has taken that off.</summary>
    public ReadOnlyMemory<byte> Body
    {
        get => decoded ?? Received;
        internal set => Received = value;
    }

    /// <summary>The body as it came.</summary>
    internal ReadOnlyMemory<byte> Received { get; private set; }

    /// <summary>The credential behind the token, once known.</summary>
    public string Client { get; set; } = "";

    /// <summary>The vendor's own session or token object, for the endpoint.</summary>
    public object? Session { get; set; }

    public int Status { get; set; } = StatusCodes.Status200OK;

    /// <summary>Null for an answer without a body.</summary>
    public string? ContentType { get; set; } = "application/json;charset=UTF-8";

    /// <summary>Records written or returned, for the journal.</summary>
    public int Records { get; set; }

    /// <summary>The fault rule that touched the call.</summary>
    public string? Fault { get; set; }

    /// <summary>What was asked, where the path does not say it: the operation of a SOAP call. For the journal; null for other calls.</summary>
    public string? Operation { get; set; }

    /// <summary>Why the call was refused, in plain words; for journal and console, never in the answer.</summary>
    public string? Guidance { get; set; }

    /// <summary>How far the simulator's wall clock is off, microseconds; 0 without a fault.</summary>
    public long Skew { get; internal set; }

    /// <summary>Now by the simulator's wall clock: what its stamps show and what it judges the time of day by. Microseconds since 1970 UTC.</summary>
    public long WallNow => Now + Skew;

    /// <summary>How late queries and feeds see what the call writes; null for at once.</summary>
    public Lateness? Lateness { get; internal set; }

    /// <summary>This is the second delivery of a request.</summary>
    public bool IsRepeat { get; private init; }

    /// <summary>The sender asked once and this is the second arrival, by a fault rule or by the network.</summary>
    public bool CameAgain => IsRepeat || Network?.Fate == NetworkFates.Duplicated;

    /// <summary>The request is delivered once more when the call has ended.</summary>
    internal bool ComesAgain { get; set; }

    /// <summary>Asked for each record of a write; see <see cref="NextRecordFault"/>.</summary>
    internal Func<string?>? RecordFault { get; set; }

    /// <summary>How the answer leaves; null for whole and at once.</summary>
    internal AnswerSending? Sending { get; set; }

    /// <summary>The connection breaks instead of an answer.</summary>
    public bool Dropped { get; private set; }

    public IReadOnlyList<string> Codes => codes ?? (IReadOnlyList<string>)[];

    public IReadOnlyList<DeliveredItem> Delivered => delivered ?? (IReadOnlyList<DeliveredItem>)[];

    /// <summary>Somebody listens to what is delivered: see <see cref="Deliver"/>.</summary>
    public bool TakesDeliveries => Simulator.Recorder.TakesDeliveries;

    /// <summary>What has been written so far; flush <see cref="Json"/> first. Good until the answer has left.</summary>
    public ReadOnlyMemory<byte> Output => output.Written;

    /// <summary>The answer as JSON.</summary>
    public Utf8JsonWriter Json => output.Json;

    /// <summary>The answer as bytes, for what is not JSON.</summary>
    public IBufferWriter<byte> Raw => output.Raw;

    /// <summary>Memory and writer, to be used again when the answer has left.</summary>
    internal AnswerBuffer Buffer => output;

    /// <summary>A call inside of this one: a part of a batch, in the same session and at the same instant. Its answer is read from <see cref="Output"/>; it has no journal line.</summary>
    /// <param name="http">Its own request, made up.</param>
    /// <param name="body">Its body.</param>
    public SimCall Nest(HttpContext http, ReadOnlyMemory<byte> body)
    {
        return new SimCall(http, Simulator, Number, ArrivedAt, new AnswerBuffer())
        {
            Now = Now,
            Body = body,
            Client = Client,
            Session = Session,
            Skew = Skew,
            Lateness = Lateness,
            RecordFault = RecordFault,
        };
    }

    /// <summary>The same request once more, arriving now.</summary>
    internal SimCall Repeat(long number, DateTimeOffset arrivedAt) =>
        new(Http, Simulator, number, arrivedAt, new AnswerBuffer()) { Body = Received, Fault = Fault, Skew = Skew, IsRepeat = true, IsSocket = IsSocket, Network = Network };

    /// <summary>The code with which a fault refuses the next record of this write, a code of the simulator's table; null for a record that is written. Asked once for each record, in their order.</summary>
    public string? NextRecordFault() => RecordFault?.Invoke();

    /// <summary>What work may keep that goes on after the call.</summary>
    public CallEffects Effects => new(this);

    /// <summary>Notes a vendor's code, at call or record level, for the journal.</summary>
    public void AddCode(string code)
    {
        codes ??= [];
        if (!codes.Contains(code))
        {
            codes.Add(code);
        }
    }

    /// <summary>Notes that the answer holds a record in this version, if anybody wants to know.</summary>
    public void Deliver(string @object, string id, long version)
    {
        if (TakesDeliveries)
        {
            (delivered ??= []).Add(new DeliveredItem(@object, id, version));
        }
    }

    /// <summary>Breaks the connection when the call has ended: not a byte of the answer leaves.</summary>
    public void Drop() => Dropped = true;

    /// <summary>Throws away what was written: a failure found half-way through an answer.</summary>
    public void ResetOutput()
    {
        output.Clear();
        delivered?.Clear();
    }

    /// <summary>Sets what the body is without its compression or in another form: endpoints read this.</summary>
    public void Decode(ReadOnlyMemory<byte> body) => decoded = body;

    /// <summary>Puts other bytes in the place of the whole answer: the same in another form. Only after <see cref="Json"/> is done with.</summary>
    public void ReplaceOutput(ReadOnlySpan<byte> bytes)
    {
        output.Clear();
        output.Raw.Write(bytes);
    }

    /// <summary>Throws away the answer of a call that was executed, with its codes: another one takes its place.</summary>
    internal void ReplaceAnswer()
    {
        ResetOutput();
        codes?.Clear();
        Http.Response.Headers.Remove("Location");
        Status = StatusCodes.Status200OK;
        ContentType = "application/json;charset=UTF-8";
    }

    /// <summary>Nothing is written after it.</summary>
    internal void EndOutput() => output.Flush();
}
