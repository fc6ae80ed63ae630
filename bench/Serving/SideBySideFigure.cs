using System.Text;

namespace SfMarketo.Bench.Serving;

/// <summary>A simulator beside bare Kestrel with the same bytes and a WireMock.Net stub, over sockets, each in a process of its own; rounds of one second, one server after the other.</summary>
internal static class SideBySideFigure
{
    /// <summary>The most connections that were measured.</summary>
    public const int MostConnections = 64;

    // Servers that hold one answer look at no request.
    private const int RequestsOfOthers = 1_000;

    private static readonly int[] Connections = [1, 8, MostConnections];
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Of each case, server and number of connections; the figure is their median. <c>marketo=9</c> takes nine.</summary>
    public static int Rounds { get; set; } = 5;

    /// <summary>Prints the figure.</summary>
    /// <returns>The cost of the first case over the most connections, microseconds of processor time.</returns>
    public static async Task<double> RunAsync(ServedSystem system)
    {
        var folder = Directory.CreateTempSubdirectory("sfmarketo-bench-").FullName;
        try
        {
            using var simulator = await ServerProcess.StartAsync("simulator", system.Server(system.Records, grown: false));
            var token = await system.SignInAsync(simulator);
            var tracks = system.Cases(system.Records, simulator.FirstId).Select(one => new List<Track> { new(simulator, one, "", token) }).ToList();
            foreach (var list in tracks)
            {
                var (status, bytes) = await list[0].FirstAnswerAsync();
                Answers.Write(folder, list[0].Case, status, bytes);
            }

            using var bare = await ServerProcess.StartAsync("bare Kestrel", "bare", folder);
            using var stub = await ServerProcess.StartAsync("WireMock stub", "stub", folder);
            tracks.ForEach(list => list.AddRange(((ServerProcess[])[bare, stub]).Select(server => Other(server, list[0].Case, token))));
            await MeasureAsync(tracks);
            Measurement.Say($"  processor time of the server process a request, us; requests/s; medians of {Rounds} interleaved rounds of 1 s; {system.Records:N0} {system.Unit}; ratios above 1: the simulator is the better one");
            tracks.ForEach(list => Print(list, system.ComparesWithFirst ? tracks[0][0] : list[0]));
            return tracks[0][0].Cost(MostConnections);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Track Other(ServerProcess server, ServedCase of, string token) => new(server, of with { Requests = [.. of.Requests.Take(RequestsOfOthers)] }, "/" + of.Key, token);

    private static async Task MeasureAsync(List<List<Track>> tracks)
    {
        foreach (var track in tracks.SelectMany(list => list))
        {
            await track.RunAsync(8, Second * 3);
            track.Forget();
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var list in tracks)
            {
                foreach (var connections in Connections)
                {
                    foreach (var track in list)
                    {
                        await track.RunAsync(connections, Second);
                    }
                }
            }
        }
    }

    private static void Print(List<Track> tracks, Track first)
    {
        Measurement.Say($"  {tracks[0].Case.Name}");
        foreach (var connections in Connections)
        {
            var (cost, rate) = (tracks[0].Cost(connections), tracks[0].Rate(connections));
            var line = new StringBuilder();
            line.Append(FormattableString.Invariant($"    {connections,2} connections: simulator {cost:0.0} us, {rate:N0}/s"));
            foreach (var other in tracks.Skip(1))
            {
                var (itsCost, itsRate) = (other.Cost(connections), other.Rate(connections));
                line.Append(FormattableString.Invariant($"; {other.Server.Name} {itsCost:0.0} us, {itsRate:N0}/s: {itsCost / cost:0.00} by processor, {rate / itsRate:0.00} by requests/s"));
            }

            var records = tracks[0].Case.Records;
            line.Append(records == 1 ? "" : FormattableString.Invariant($"; {cost / records:0.000} us a record, {(cost - tracks[1].Cost(connections)) / records:0.000} above bare"));
            line.Append(first == tracks[0] ? "" : FormattableString.Invariant($"; {cost / first.Cost(connections):0.00} times '{first.Case.Name}'"));
            Measurement.Say($"{line}");
        }
    }
}
