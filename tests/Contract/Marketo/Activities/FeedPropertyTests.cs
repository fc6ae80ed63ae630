using System.Globalization;
using CsCheck;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo.Activities;

/// <summary>Random activities, page sizes, filters, restarts: a reader of the feed misses nothing and sees nothing twice but what it asks for again.</summary>
[Source("Marketo REST API, Activities; Paging tokens")]
[SimulatorOnly("random instances")]
public sealed class FeedPropertyTests
{
    private static readonly int[][] Filters = [[12], [13], [12, 13, 37], [6, 7, 10, 11, 12, 13, 22, 24, 25, 37], [22, 24]];

    private static readonly Gen<(int What, int Size)[]> Steps = Gen.Select(Gen.Int[0, 7], Gen.Int[1, 9]).Array[1, 60];

    [Fact]
    public async Task Each_activity_is_read_once_whatever_the_pages_the_filters_and_what_comes_between()
    {
        await Gen.Select(Steps, Gen.Int[0, Filters.Length - 1], Gen.Int[1, 40], Gen.Enum<EmptyPages>(), Gen.Bool).SampleAsync(
            async (steps, filter, scan, empty, restarts) =>
            {
                var options = AssetExamples.Options with
                {
                    CallsPerWindow = 1_000_000,
                    ActivityScanLimit = scan,
                    TokenLifetime = 100_000_000,
                    Switches = MarketoHost.Options.Switches with { ActivitiesEmptyPages = empty, CompatSeed = false },
                };
                await using var marketo = await MarketoHost.StartAsync(options);
                var reader = new Reader(marketo, Filters[filter]);
                await reader.StartAsync(marketo.Since);
                foreach (var (what, size) in steps)
                {
                    await TakeAsync(marketo, reader, what, size, restarts);
                }

                while (await reader.ReadAsync(3))
                {
                }

                var all = marketo.Instance.Activities.Where(activity => Filters[filter].Contains(activity.TypeId)).Select(activity => activity.MarketoGuid).ToList();
                reader.Seen.Should().BeEquivalentTo(all);
                (restarts || reader.Repeats == 0).Should().BeTrue("{0} rows came twice without a restart", reader.Repeats);
            },
            iter: 60,
            threads: 1);
    }

    private static async Task TakeAsync(MarketoHost marketo, Reader reader, int what, int size, bool restarts)
    {
        var instance = marketo.Instance;
        var person = instance.People.LastOrDefault(known => known.IsLive)?.Id ?? 0;
        switch (what)
        {
            case 0 or 1: Create(instance, size); break;
            case 2 when person > 0: instance.UpdatePerson(person, [new("title", "T" + size), new("leadScore", size)], size % 2 == 0 ? "score" : "edit"); break;
            case 3 when person > 0: instance.AddToList(AssetExamples.List, person); break;
            case 4 when person > 0: instance.DeletePerson(person, "delete"); break;
            case 5: marketo.Time.Advance(TimeSpan.FromMilliseconds(size * 700)); break;
            case 6 when restarts: await reader.RestartAsync(size); break;
            default: await reader.ReadAsync(size); break;
        }
    }

    private static void Create(MarketoInstance instance, int count)
    {
        for (var number = 0; number < count; number++)
        {
            instance.CreatePerson([new("lastName", "Lee")], "create");
        }
    }

    /// <summary>Goes by moreResult and keeps the last token, as a client does; a restart begins at a token or a date of before.</summary>
    private sealed class Reader(MarketoHost marketo, int[] types)
    {
        private readonly List<string> tokens = [];
        private string? lastDate;

        public HashSet<string> Seen { get; } = [];

        public int Repeats { get; private set; }

        public async Task StartAsync(string since) =>
            tokens.Add((await marketo.GetAsync("/rest/v1/activities/pagingtoken.json?sinceDatetime=" + since)).Text("nextPageToken")!);

        public async Task RestartAsync(int back)
        {
            if (back % 2 == 0 && lastDate is not null)
            {
                await StartAsync(lastDate);
            }
            else
            {
                tokens.Add(tokens[Math.Max(0, tokens.Count - back)]);
            }
        }

        /// <returns>Whether there is more.</returns>
        public async Task<bool> ReadAsync(int size)
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"activityTypeIds={string.Join(',', types)}&batchSize={size}&nextPageToken={Uri.EscapeDataString(tokens[^1])}");
            var page = await marketo.GetAsync("/rest/v1/activities.json?" + query);
            page.GetProperty("success").GetBoolean().Should().BeTrue("the answer is {0}", page);
            foreach (var row in page.TryGetProperty("result", out var result) ? [.. result.EnumerateArray()] : Array.Empty<System.Text.Json.JsonElement>())
            {
                Repeats += Seen.Add(row.Text("marketoGUID")!) ? 0 : 1;
                lastDate = row.Text("activityDate");
            }

            tokens.Add(page.Text("nextPageToken")!);
            return page.GetProperty("moreResult").GetBoolean();
        }
    }
}
