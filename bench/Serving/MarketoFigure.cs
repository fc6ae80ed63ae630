using System.Text;
using System.Text.Json;

namespace SfMarketo.Bench.Serving;

/// <summary>The Marketo simulator beside bare Kestrel with the same bytes and a WireMock.Net stub, over sockets, each in a process of its own; rounds of one second, one server after the other.</summary>
internal static class MarketoFigure
{
    private const int People = 100_000;
    private static readonly int[] Connections = [1, 8, 64];
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Of each case, server and number of connections; the figure is their median. <c>marketo=9</c> takes nine.</summary>
    public static int Rounds { get; set; } = 5;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sfmarketo-bench-").FullName;
        try
        {
            using var simulator = await ServerProcess.StartAsync("simulator", "simulator", Format(People), Format(People));
            var token = await SignInAsync(simulator);
            var cases = Serving.People.Cases(People, simulator.FirstId);
            var tracks = cases.Select(one => new List<Track> { new(simulator, one, "", token) }).ToList();
            foreach (var track in tracks)
            {
                Answers.Write(folder, track[0].Case, await track[0].FirstAnswerAsync());
            }

            using var bare = await ServerProcess.StartAsync("bare Kestrel", "bare", folder);
            using var stub = await ServerProcess.StartAsync("WireMock stub", "stub", folder);
            tracks.ForEach(list => list.AddRange(((ServerProcess[])[bare, stub]).Select(server => new Track(server, list[0].Case, "/" + list[0].Case.Key, token))));
            await MeasureAsync(tracks);
            Measurement.Say($"  processor time of the server process a request, us; requests/s; medians of {Rounds} interleaved rounds of 1 s; {People:N0} people; ratios above 1: the simulator is the better one");
            tracks.ForEach(Print);
            var (enforcement, read) = (EnforcementCost.Measure(), tracks[0][0].Cost(Connections[^1]));
            Measurement.Say($"  limits and journal alone, without a server: {enforcement:0.000} us a call / {read:0.0} us a read by id over {Connections[^1]} connections = {enforcement / read:P1}; goal at most 5%");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A token of the server's.</summary>
    public static async Task<string> SignInAsync(ServerProcess server)
    {
        using var http = new HttpClient();
        using var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri(server.Address, SimulatorServer.SignIn)));
        return answer.RootElement.GetProperty("access_token").GetString()!;
    }

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

    private static void Print(List<Track> tracks)
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
            line.Append(records == 1 ? "" : FormattableString.Invariant($"; {cost / records:0.00} us a record, {(cost - tracks[1].Cost(connections)) / records:0.00} above bare"));
            Measurement.Say($"{line}");
        }
    }

    private static string Format(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
