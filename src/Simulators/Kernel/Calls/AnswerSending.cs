using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Clocks;

namespace SfMarketo.Kernel.Calls;

/// <summary>How an answer leaves the simulator: whole and at once, or as a fault wants it.</summary>
/// <remarks>A cut body is one that ends before the promised Content-Length: the server then closes the connection. A reset is an abort, which Kestrel sends as RST.</remarks>
internal sealed class AnswerSending
{
    private const int Pieces = 10;

    private double share = 1;
    private int? bytes;
    private bool resets;
    private TimeSpan duration;

    private AnswerSending()
    {
    }

    public static AnswerSending ResetInBody { get; } = new() { share = 0.5, resets = true };

    public static AnswerSending CutToShare(double share) => new() { share = share };

    public static AnswerSending CutToBytes(int bytes) => new() { bytes = bytes };

    public static AnswerSending Over(TimeSpan duration) => new() { duration = duration };

    /// <summary>Sends the call's answer, or breaks the connection.</summary>
    /// <param name="call">The call, ended.</param>
    /// <param name="time">The simulator's clock: of what is sent slowly.</param>
    /// <param name="date">Makes the <c>Date</c> header.</param>
    public static ValueTask SendAsync(SimCall call, TimeProvider time, DateHeader date)
    {
        if (call.Dropped)
        {
            call.Http.Abort();
            return ValueTask.CompletedTask;
        }

        var response = call.Http.Response;
        response.StatusCode = call.Status;
        response.Headers.Date = date.Of(call.DoneAt + call.Skew);
        var body = call.ContentType is null ? ReadOnlyMemory<byte>.Empty : call.Output;
        if (body.Length > 0)
        {
            response.ContentType = call.ContentType;
            response.ContentLength = body.Length;
        }

        if (call.Sending is { } sending)
        {
            return new ValueTask(sending.SendAsync(call.Http, body, time));
        }

        // To ask Kestrel for the token costs an object a call, and a write to nobody is none to it.
        return body.Length > 0 ? response.Body.WriteAsync(body, call.IsSocket ? CancellationToken.None : call.Http.RequestAborted) : ValueTask.CompletedTask;
    }

    private async Task SendAsync(HttpContext http, ReadOnlyMemory<byte> body, TimeProvider time)
    {
        var sent = body.Length == 0 ? body : body[..Math.Min(bytes ?? (int)(body.Length * share), share < 1 || bytes is not null ? body.Length - 1 : body.Length)];
        if (duration > TimeSpan.Zero)
        {
            await DribbleAsync(http, sent, time);
        }
        else
        {
            await http.Response.Body.WriteAsync(sent, http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }

        if (resets)
        {
            http.Abort();
        }
    }

    /// <summary>The last piece leaves at the end of the duration, the others evenly before it.</summary>
    private async Task DribbleAsync(HttpContext http, ReadOnlyMemory<byte> body, TimeProvider time)
    {
        var start = time.GetTimestamp();
        await http.Response.Body.FlushAsync(http.RequestAborted);
        var pieces = Math.Clamp(body.Length, 1, Pieces);
        for (var piece = 0; piece < pieces; piece++)
        {
            var wait = (duration * (piece + 1) / pieces) - time.GetElapsedTime(start);
            await time.DelayAsync(wait, http.RequestAborted);
            var (from, to) = ((int)((long)body.Length * piece / pieces), (int)((long)body.Length * (piece + 1) / pieces));
            await http.Response.Body.WriteAsync(body[from..to], http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }
    }
}
