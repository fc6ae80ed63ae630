using SfMarketo.Kernel.Control.Client;

namespace SfMarketo.Cli.Coverage;

/// <summary>Reads the journal that a running simulator keeps, by its control API.</summary>
internal static class LiveJournal
{
    private const int Most = 1_000;

    /// <summary>Whether it is a simulator's address and no file.</summary>
    public static bool IsAddress(string input) => Uri.TryCreate(input, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    /// <param name="address">Of the simulator, with the name of an instance if it is not the first.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="JournalFormatException">Nobody answers there, or it is no simulator.</exception>
    public static async Task<IReadOnlyList<JournalCall>> ReadAsync(string address, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        var control = new SimControlClient(http, address.TrimEnd('/'));
        List<JournalCall> calls = [];
        try
        {
            for (var after = 0L; ;)
            {
                var page = await control.GetJournalAsync(after, take: Most, cancellation: cancellation);
                if (page.Lines is null)
                {
                    // Some other server, or no instance of that name: JSON, but no journal.
                    throw new JournalFormatException($"No journal at '{address}': what answers there is none. Is sfmarketo sim running there?");
                }

                if (page.Lines.Count == 0)
                {
                    return calls;
                }

                calls.AddRange(page.Lines.Select(line => new JournalCall(line.Sim, line.Method, line.Path, line.Query, line.Codes)));
                after = page.After;
            }
        }
        catch (Exception error) when (error is HttpRequestException or SimControlException or System.Text.Json.JsonException)
        {
            throw new JournalFormatException($"No journal at '{address}': {error.Message} Is sfmarketo sim running there?", error);
        }
    }
}
