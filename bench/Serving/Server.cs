using System.Globalization;

namespace SfMarketo.Bench.Serving;

/// <summary>What a child process of the figures does: it serves, says where, and collects its garbage when asked.</summary>
internal static class Server
{
    /// <summary>Makes a process a server: <c>serve marketo PEOPLE ACTIVITIES</c>, <c>serve salesforce LEADS</c>, <c>serve bare FOLDER</c>, <c>serve stub FOLDER</c>; a folder holds answers.</summary>
    public const string Role = "serve";

    /// <summary>A line of input.</summary>
    public const string Collect = "collect";

    public static async Task<int> RunAsync(string[] args)
    {
        var (server, address, first) = args switch
        {
            ["marketo", var people, var activities] => await MarketoServer.StartAsync(Number(people), Number(activities)),
            ["salesforce", var leads] => await SalesforceServer.StartAsync(Number(leads)),
            ["bare", var folder] => await BareServer.StartAsync(folder),
            ["stub", var folder] => StubServer.Start(folder),
            _ => throw new ArgumentException($"There is no server '{string.Join(' ', args)}'.", nameof(args)),
        };
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"ready {address} {first}"));
        while (await Console.In.ReadLineAsync() == Collect)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            await Console.Out.WriteLineAsync("collected");
        }

        await server.DisposeAsync();
        return 0;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
