using System.Diagnostics;

namespace SfMarketo.Bench.Serving;

/// <summary>One case at one server: its requests as bytes, and the rounds that were measured by number of connections.</summary>
internal sealed class Track(ServerProcess server, ServedCase @case, string prefix, string token)
{
    private readonly byte[][] requests = [.. @case.Requests.Select(request => request.Bytes(server.Address, prefix, token))];
    private readonly Dictionary<int, List<Round>> rounds = [];
    private int next = -1;

    public ServerProcess Server => server;

    public ServedCase Case => @case;

    public async Task<(int Status, byte[] Bytes)> FirstAnswerAsync()
    {
        var connection = server.Connections(1)[0];
        var bytes = (await connection.SendAsync(requests[0])).ToArray();
        return (connection.Status, bytes);
    }

    /// <summary>Sends for a while over so many connections, each with one request at a time.</summary>
    public async Task RunAsync(int connections, TimeSpan duration)
    {
        var open = server.Connections(connections);
        var (processor, start) = (server.Processor, Stopwatch.GetTimestamp());
        var counts = await Task.WhenAll(open.Select(connection => Task.Run(() => SendAsync(connection, start, duration))));
        var round = new Round(counts.Sum(), Stopwatch.GetElapsedTime(start), server.Processor - processor);
        if (rounds.TryGetValue(connections, out var list))
        {
            list.Add(round);
        }
        else
        {
            rounds[connections] = [round];
        }
    }

    /// <summary>What was measured so far was to get warm.</summary>
    public void Forget() => rounds.Clear();

    /// <summary>The median of the rounds: processor time of the server a request, microseconds.</summary>
    public double Cost(int connections) => Median(rounds[connections].Select(round => round.Processor.TotalMicroseconds / round.Requests));

    /// <summary>The median of the rounds: requests a second.</summary>
    public double Rate(int connections) => Median(rounds[connections].Select(round => round.Requests / round.Wall.TotalSeconds));

    /// <summary>Requests of all rounds.</summary>
    public long Sent => rounds.Values.Sum(list => list.Sum(round => (long)round.Requests));

    private async Task<int> SendAsync(LoadConnection connection, long start, TimeSpan duration)
    {
        var count = 0;
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            await connection.SendAsync(requests[(uint)Interlocked.Increment(ref next) % (uint)requests.Length]);
            count++;
        }

        return count;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private readonly record struct Round(int Requests, TimeSpan Wall, TimeSpan Processor);
}
