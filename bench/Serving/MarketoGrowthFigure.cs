namespace SfMarketo.Bench.Serving;

/// <summary>What a million people cost against 10,000, random ids and e-mails, over sockets; the memory they take with 5 million activities; what a million calls add to it.</summary>
internal static class MarketoGrowthFigure
{
    private const int Rounds = 5;
    private const int Connections = 8;
    private const long Calls = 1_000_000;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static async Task RunAsync()
    {
        using var few = await ServerProcess.StartAsync("10,000", "simulator", "10000", "50000");
        using var many = await ServerProcess.StartAsync("1,000,000", "simulator", "1000000", "5000000");
        var resident = await many.ResidentAsync();
        Measurement.Say($"  resident with 1,000,000 people of 20 fields and 5,000,000 activities, after a collection: {resident / 1048576.0:N0} MiB; goal 1,792 MiB");
        var small = await TracksAsync(few, 10_000);
        var large = await TracksAsync(many, 1_000_000);
        await GrowAsync(many, large[0]);
        foreach (var track in small.Concat(large))
        {
            await track.RunAsync(Connections, Second * 3);
            track.Forget();
        }

        for (var round = 0; round < Rounds; round++)
        {
            for (var place = 0; place < small.Count; place++)
            {
                await small[place].RunAsync(Connections, Second);
                await large[place].RunAsync(Connections, Second);
            }
        }

        foreach (var (one, other) in small.Zip(large))
        {
            var (cost, itsCost) = (one.Cost(Connections), other.Cost(Connections));
            Measurement.Say($"  {one.Case.Name}, {Connections} connections: 10,000 people {cost:0.0} us, 1,000,000 people {itsCost:0.0} us of processor a request: {itsCost / cost:0.00}; goal at most 1.5");
        }
    }

    private static async Task<List<Track>> TracksAsync(ServerProcess server, int people)
    {
        var token = await MarketoFigure.SignInAsync(server);
        return [.. People.GrowthCases(people, server.FirstId).Select(one => new Track(server, one, "", token))];
    }

    /// <summary>Reads by id. The journal keeps its last lines: it is filled before the first measurement.</summary>
    private static async Task GrowAsync(ServerProcess server, Track reads)
    {
        await SendAsync(reads, Calls / 5);
        var before = await server.ResidentAsync();
        reads.Forget();
        await SendAsync(reads, Calls);
        var after = await server.ResidentAsync();
        Measurement.Say($"  resident before and after {reads.Sent:N0} reads by id: {before / 1048576.0:N1} and {after / 1048576.0:N1} MiB: {(after - before) / 1e6:+0.0;-0.0} MB; goal below +20 MB");
        reads.Forget();
    }

    private static async Task SendAsync(Track reads, long calls)
    {
        while (reads.Sent < calls)
        {
            await reads.RunAsync(64, Second);
        }
    }
}
