using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.ObjectPool;
using SfMarketo.Kernel.Faults;
using SfMarketo.Kernel.Randomness;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Kernel.Calls;

/// <summary>What both simulators are: a clock, a seed, records, and the way of a call through them.</summary>
/// <remarks>
/// The way of a call: number and arrival time; body read whole; the vendor's admission (token, limits, sizes), which answers itself when it refuses;
/// the service time inside the concurrency gate; the endpoint, which runs synchronously at one instant; the journal line. A fault rule acts at one of
/// these places. No middleware of several parts, because each costs as much as the endpoint (shared/reference/speed.md section 4).
/// </remarks>
public abstract class Simulator(string name, TimeProvider time, Draws draws, LatencyDistribution serviceTime)
{
    private readonly Draws serviceDraws = draws.Fork(name + ".service");
    private readonly ObjectPool<AnswerBuffer> answers = ObjectPool.Create<AnswerBuffer>();
    private readonly DateHeader date = new();

    /// <summary><c>marketo</c> or <c>salesforce</c>: the name in all records.</summary>
    public string Name { get; } = name;

    /// <summary>Which of several it is: Marketo's munchkin id, an org's name. In URLs; unique behind one address.</summary>
    public abstract string InstanceId { get; }

    public TimeProvider Time { get; } = time;

    public Draws Draws { get; } = draws;

    public Recorder Recorder { get; } = new(name);

    /// <summary>What goes wrong on purpose; nothing until somebody adds a rule.</summary>
    public FaultTable Faults { get; } = new(draws.Fork(name + ".faults"));

    /// <summary>Guards all state. One writer at a time; a call's endpoint runs wholly inside.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Now, microseconds since 1970 UTC.</summary>
    public long NowMicros => Micros.From(Time.GetUtcNow());

    /// <summary>Calls in which our own code threw: always a bug of the simulator, never of the client.</summary>
    public int UnhandledFailures { get; private set; }

    /// <summary>Whether a text can be the id of an instance.</summary>
    /// <param name="id">The text.</param>
    /// <param name="help">What to write instead.</param>
    public abstract bool TakesInstanceId(string id, out string help);

    /// <summary>The id of the nth instance that nobody named.</summary>
    protected internal abstract string NumberedInstanceId(int number);

    /// <summary>An instance of another id with the same records, limits, switches and credentials on another clock; tokens are its own. From now on neither sees the other's changes.</summary>
    public abstract Simulator ForkAs(string id, TimeProvider time);

    /// <summary>The path as the simulator takes it; before routing.</summary>
    protected internal virtual string Tidy(string path) => path;

    /// <summary>Largest body that is read; a longer one is cut off one byte after it and left to <see cref="Admit"/> to refuse.</summary>
    protected abstract int MaxBody { get; }

    /// <summary>The same for a request whose path has a limit of its own.</summary>
    protected virtual int MaxBodyOf(HttpRequest request) => MaxBody;

    /// <summary>Runs one call from arrival to journal line and answer; twice when a fault delivers its request twice.</summary>
    /// <param name="http">The request. Its endpoint is a <see cref="SimEndpoint"/>, or it has none.</param>
    /// <param name="isSocket">It came over sockets, not from a server of our own.</param>
    public Task HandleAsync(HttpContext http, bool isSocket)
    {
        ArgumentNullException.ThrowIfNull(http);
        var call = new SimCall(http, this, Recorder.NextCall(), Time.GetUtcNow(), answers.Get())
        {
            IsSocket = isSocket,
            Network = isSocket ? null : http.Features.Get<INetworkFateFeature>(),
        };
        var body = RequestBody.ReadAsync(http.Request, MaxBodyOf(http.Request), isSocket);
        if (!body.IsCompletedSuccessfully)
        {
            return HandleAsync(call, body);
        }

        // Most calls wait for nothing, and need no state machine.
        call.Body = body.Result;
        var run = RunAsync(call, null);
        if (!run.IsCompletedSuccessfully || call.ComesAgain)
        {
            return HandleAsync(call, run);
        }

        var sending = AnswerSending.SendAsync(call, Time, date);
        if (!sending.IsCompletedSuccessfully)
        {
            return EndAsync(call, sending);
        }

        sending.GetAwaiter().GetResult();
        answers.Return(call.Buffer);
        return Task.CompletedTask;
    }

    private async Task HandleAsync(SimCall call, ValueTask<ReadOnlyMemory<byte>> body)
    {
        call.Body = await body;
        await HandleAsync(call, RunAsync(call, null));
    }

    private async Task HandleAsync(SimCall call, ValueTask<FaultRule?> run)
    {
        var fault = await run;
        if (call.ComesAgain)
        {
            call.Http.Response.Headers.Clear();
            call = call.Repeat(Recorder.NextCall(), Time.GetUtcNow());
            await RunAsync(call, fault);
        }

        await EndAsync(call, AnswerSending.SendAsync(call, Time, date));
    }

    private async Task EndAsync(SimCall call, ValueTask sending)
    {
        await sending;
        answers.Return(call.Buffer);
    }

    /// <summary>One call up to its journal line. One that waits for nothing runs wholly inside of the lock.</summary>
    /// <param name="call">The call.</param>
    /// <param name="repeated">The rule that delivers the request for the second time.</param>
    /// <returns>The fault rule that acted on it.</returns>
    private ValueTask<FaultRule?> RunAsync(SimCall call, FaultRule? repeated)
    {
        FaultRule? fault;
        lock (Gate)
        {
            // A call that the vendor's own checks refuse is none for the rules that act later.
            fault = repeated ?? Faults.OnArrival(call, this);
            var admitted = fault?.EndsOnArrival(call, this) != true && Admit(call);
            if (admitted)
            {
                fault ??= Faults.Next(call, this);
                if (fault is not null)
                {
                    Faults.Start(fault, call);
                }
            }

            if (!admitted || (serviceTime.IsNone && fault is null))
            {
                if (admitted)
                {
                    Answer(call, fault);
                }

                End(call);
                return ValueTask.FromResult(fault);
            }
        }

        return WorkAsync(call, fault);
    }

    /// <summary>An admitted call that is served for a time, or that a fault acts on.</summary>
    private async ValueTask<FaultRule?> WorkAsync(SimCall call, FaultRule? fault)
    {
        var service = NextServiceTime(fault);
        if (service > TimeSpan.Zero)
        {
            // Not the request's own token: a server goes on with its work when the client has gone.
            await Task.Delay(service, Time, CancellationToken.None);
        }

        lock (Gate)
        {
            Answer(call, fault);
            End(call);
        }

        return fault;
    }

    /// <summary>The endpoint of an admitted call, and out of the concurrency gate.</summary>
    private void Answer(SimCall call, FaultRule? fault)
    {
        try
        {
            call.Now = NowMicros;
            if (fault?.AnswersInPlaceOfEndpoint(call, this) != true)
            {
                CatchUp(call.Now);
                call.Http.GetEndpoint()?.Metadata.GetMetadata<SimEndpoint>()?.Answer(call);
            }

            fault?.OnAnswer(call, this);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            UnhandledFailures++;
            call.ResetOutput();
            call.Fault = "unhandled: " + bug.GetType().Name;
            Fail(call);
        }
        finally
        {
            Leave(call);
        }
    }

    private void End(SimCall call)
    {
        call.EndOutput();
        try
        {
            Finish(call);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            UnhandledFailures++;
            call.ResetOutput();
            call.Fault = "unhandled: " + bug.GetType().Name;
            Fail(call);
            call.EndOutput();
        }

        Record(call);
    }

    /// <summary>The vendor's checks before the endpoint, in the vendor's order. Writes the refusal and returns false, or lets the call in.</summary>
    protected abstract bool Admit(SimCall call);

    /// <summary>Does what was due by the clock alone before an endpoint looks: jobs and the like. Under the gate.</summary>
    /// <param name="now">Microseconds since 1970 UTC.</param>
    protected internal virtual void CatchUp(long now)
    {
    }

    /// <summary>Called once for each admitted call when its endpoint has ended, whatever happened.</summary>
    protected abstract void Leave(SimCall call);

    /// <summary>Puts the whole answer, refusals too, in the form that the client asked for. Under the gate.</summary>
    protected virtual void Finish(SimCall call)
    {
    }

    /// <summary>Answers as the vendor does when its own code broke. Never a stack trace.</summary>
    protected abstract void Fail(SimCall call);

    /// <summary>The query for the journal, without secrets.</summary>
    protected abstract string RedactQuery(string query);

    /// <summary>What a fault can answer with.</summary>
    public abstract FaultAnswerTable FaultAnswers { get; }

    /// <summary>Answers an admitted call with a code of <see cref="FaultAnswers"/> for whole calls, in the vendor's form and with the vendor's text.</summary>
    protected internal abstract void AnswerWithCode(SimCall call, string code);

    /// <summary>Answers an admitted call with an HTTP status of <see cref="FaultAnswers"/>, in the vendor's form.</summary>
    protected internal abstract void AnswerWithStatus(SimCall call, int status);

    /// <summary>Ends all live tokens or sessions. Under the gate.</summary>
    /// <param name="at">When, microseconds since 1970 UTC: a call that arrived then finds them dead.</param>
    /// <param name="revoked">By revocation; else they expire.</param>
    protected internal abstract void EndTokens(long at, bool revoked);

    /// <summary>The credential of a call that was not let in yet, by its token or by what it signs in with; empty when there is none. Changes nothing. Under the gate.</summary>
    protected internal abstract string ClientOf(SimCall call);

    private TimeSpan NextServiceTime(FaultRule? fault)
    {
        if (serviceTime.IsNone && fault is null)
        {
            return TimeSpan.Zero;
        }

        lock (Gate)
        {
            return serviceTime.Next(serviceDraws) + (fault is null ? TimeSpan.Zero : Faults.Delay(fault));
        }
    }

    private void Record(SimCall call)
    {
        var request = call.Http.Request;
        var query = request.QueryString.HasValue ? request.QueryString.Value!.TrimStart('?') : "";
        call.DoneAt = NowMicros;
        Recorder.Delivered(call.Number, call.Now, call.Delivered);
        Recorder.Call(new CallEntry(
            0,
            Name,
            call.Number,
            call.At,
            call.DoneAt,
            call.Client,
            request.Method,
            request.Path.Value ?? "/",
            query.Length == 0 ? query : RedactQuery(query),
            call.Status,
            call.Codes,
            call.Records,
            call.Received.Length,
            call.Output.Length,
            call is { IsRepeat: true, Fault: { } rule } ? NetworkFates.Again(rule) : call.Fault ?? call.Network?.Fate)
        {
            Guidance = call.Guidance,
            Operation = call.Operation,
        });
    }
}
