namespace SfMarketo.Harness.Network;

/// <summary>The seams of one life around its way to a system: before and after a request is sent, before and after its answer is given to the sender.</summary>
/// <param name="network">Carries what is sent to its end, whatever becomes of the sender.</param>
/// <param name="pass">Told the seam's name; false: the sender is dead by now and goes no further.</param>
/// <param name="open">Told of calls as they begin and end; null: nobody asks.</param>
internal sealed class SeamHandler(HttpMessageHandler network, Func<string, bool> pass, OpenCalls? open = null) : HttpMessageHandler
{
    private readonly HttpMessageInvoker invoker = new(network, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Its continuations run where it is completed, so that the seam after an answer comes when the sender has done what it does with it at once.
        var given = new TaskCompletionSource<HttpResponseMessage>();
        _ = CarryAsync(request, given, cancellationToken);
        return given.Task;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            invoker.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task CarryAsync(HttpRequestMessage request, TaskCompletionSource<HttpResponseMessage> given, CancellationToken cancellationToken)
    {
        if (!pass("send.before"))
        {
            return;
        }

        var sent = open?.Begin() ?? 0;
        var exchange = invoker.SendAsync(request, cancellationToken);
        if (!pass("send.after"))
        {
            return;
        }

        await exchange.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (exchange.IsCanceled)
        {
            // The sender gave up; nothing has arrived.
            open?.End(sent);
            given.TrySetCanceled(cancellationToken);
            return;
        }

        if (!pass("response.before"))
        {
            return;
        }

        open?.End(sent);
        if (exchange.Exception is { } broken)
        {
            given.SetException(broken.InnerExceptions);
        }
        else
        {
            given.SetResult(await exchange);
        }

        pass("response.after");
    }
}
