using System.Globalization;

namespace SfMarketo.Bench.Serving;

/// <summary>What a million records cost against 10,000, random ones, over sockets; the memory they take; what a million calls add to it.</summary>
internal static class GrowthFigure
{
    private const int Few = 10_000;
    private const int Many = 1_000_000;
    private const int Rounds = 5;
    private const int Connections = 8;
    private const long Calls = 1_000_000;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(ServedSystem system)
    {
        using var few = await ServerProcess.StartAsync(Format(Few), system.Server(Few, grown: true));
        using var many = await ServerProcess.StartAsync(Format(Many), system.Server(Many, grown: true));
        var resident = await many.ResidentAsync();
        Measurement.Say($"  resident with {system.Holds(Many)}, after a collection: {resident / 1048576.0:N0} MiB; goal {system.ResidentGoal:N0} MiB");
        var small = await TracksAsync(system, few, Few);
        var large = await TracksAsync(system, many, Many);
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
            Measurement.Say($"  {one.Case.Name}, {Connections} connections: {Format(Few)} {system.Unit} {cost:0.0} us, {Format(Many)} {system.Unit} {itsCost:0.0} us of processor a request: {itsCost / cost:0.00}; goal at most 1.5");
        }
    }

    private static async Task<List<Track>> TracksAsync(ServedSystem system, ServerProcess server, int records)
    {
        var token = await system.SignInAsync(server);
        return [.. system.GrowthCases(records, server.FirstId).Select(one => new Track(server, one, "", token))];
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

    private static string Format(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
