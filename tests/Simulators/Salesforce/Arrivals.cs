using System.Threading.Channels;
using SfMarketo.Tests.Contract.Salesforce.OutboundMessages;

namespace SfMarketo.Tests.Simulators.Salesforce;

/// <summary>A listener that can be waited for.</summary>
internal sealed class Arrivals : IDisposable
{
    private readonly Channel<int> arrived = Channel.CreateUnbounded<int>();
    private readonly Listener listener = new();

    public Arrivals() => listener.Answer = async (n, cancel) =>
    {
        arrived.Writer.TryWrite(n);
        if (Hang)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
        }

        return await Listener.Said(Answers(n));
    };

    /// <summary>Never answers.</summary>
    public bool Hang { get; init; }

    /// <summary>The body of the n-th answer.</summary>
    public Func<int, string> Answers { get; init; } = _ => Listener.Ack;

    public HttpMessageInvoker Invoker => listener.Invoker;

    public Task<int> Next(CancellationToken cancellationToken) => arrived.Reader.ReadAsync(cancellationToken).AsTask();

    public void Dispose() => listener.Dispose();
}
