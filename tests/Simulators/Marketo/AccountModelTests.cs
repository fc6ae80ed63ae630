using System.Text.Json;
using CsCheck;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Marketo;

namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>Random syncs, renames, deletes and reads of named accounts against a list of what should be there: the common base of all objects.</summary>
public sealed class AccountModelTests
{
    private const string Path = "/rest/v1/namedaccounts";
    private const string NoId = "00000000-0000-4000-8000-000000000000";

    private static readonly MarketoSimOptions Options = MarketoHost.Options with { CallsPerWindow = 10_000, CallsPerDay = 1_000_000 };

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (6, Gen.Select(Gen.Int[0, 2], Gen.Select(Gen.Int[0, 11], Gen.Int[0, 3]).Array[1, 5], (action, records) => (Step)new Step.Sync(action, records))),
        (3, Gen.Select(Gen.Int[0, 9], Gen.Int[0, 11]).Array[1, 3].Select(records => (Step)new Step.Rename(records))),
        (2, Gen.Int[0, 11].Array[1, 3].Select(names => (Step)new Step.Delete(names))),
        (1, Gen.Int[0, 9].Array[1, 3].Select(places => (Step)new Step.DeleteById(places))),
        (2, Gen.Select(Gen.Int[0, 11].Array[1, 6], Gen.Int[1, 3], (names, size) => (Step)new Step.Read(names, size))),
        (1, Gen.Int[1, 3].Select(city => (Step)new Step.ReadCity(city))),
        (1, Gen.Const((Step)new Step.Fork())));

    [Fact]
    public async Task The_API_does_what_the_model_says()
    {
        await using var marketo = await MarketoHost.StartAsync(Options);
        var empty = marketo.Instance.Fork(marketo.Time);
        await Steps.Array[1, 30].SampleAsync(
            async steps =>
            {
                marketo.Instance.Reset(empty);
                await marketo.SignInAsync();
                var model = new AccountModel();
                var ids = new List<string>();
                foreach (var step in steps)
                {
                    await RunAsync(marketo, model, ids, step);
                }

                var records = marketo.Instance.Records("NamedAccount").ToArray();
                records.Select(record => record.Id).Should().Equal(ids);
                Enumerable.Range(0, records.Length).Where(place => records[place].IsLive).Should().Equal(model.Live);
                foreach (var place in model.Live)
                {
                    (records[place].Get("name"), records[place].Get("city")).Should().Be((model.At(place).Name, model.At(place).City));
                }
            },
            iter: 150,
            threads: 1);
    }

    private static async Task RunAsync(MarketoHost marketo, AccountModel model, List<string> ids, Step step)
    {
        switch (step)
        {
            case Step.Sync sync:
                var input = sync.Records.Select(record => $$"""{"name":"{{Name(record.Name)}}","city":{{(City(record.City) is { } city ? $"\"{city}\"" : "null")}}}""");
                await CompareAsync(marketo, ".json", $$"""{"action":"{{AccountModel.Actions[sync.Action]}}","input":[{{string.Join(',', input)}}]}""", ids,
                    model.Sync(sync.Action, [.. sync.Records.Select(record => (Name(record.Name), City(record.City)))]));
                break;
            case Step.Rename rename:
                var places = rename.Records.Select(record => (Place: model.IsLive(record.Place) ? record.Place : -1, Name: Name(record.Name))).DistinctBy(record => record.Place).ToArray();
                var renames = places.Select(record => $$"""{"marketoGUID":"{{Id(ids, record.Place)}}","name":"{{record.Name}}"}""");
                await CompareAsync(marketo, ".json", $$"""{"dedupeBy":"idField","input":[{{string.Join(',', renames)}}]}""", ids, model.Rename(places));
                break;
            case Step.Delete delete:
                var names = delete.Names.Select(Name).ToArray();
                await CompareAsync(marketo, "/delete.json", $$"""{"input":[{{string.Join(',', names.Select(name => $$"""{"name":"{{name}}"}"""))}}]}""", ids, model.Delete(names));
                break;
            case Step.DeleteById delete:
                var gone = delete.Places.Select(place => $$"""{"marketoGUID":"{{Id(ids, place)}}"}""");
                await CompareAsync(marketo, "/delete.json", $$"""{"deleteBy":"idField","input":[{{string.Join(',', gone)}}]}""", ids, model.DeleteById(delete.Places));
                break;
            case Step.Read read:
                var wanted = read.Names.Select(Name).ToArray();
                var expected = wanted.Select(model.FindByName).Where(place => place >= 0).Distinct().Order();
                (await PagesAsync(marketo, $"filterType=name&filterValues={string.Join(',', wanted)}&batchSize={read.Size}")).Should().Equal(expected.Select(place => ids[place]));
                break;
            case Step.ReadCity read:
                (await PagesAsync(marketo, "filterType=city&filterValues=" + City(read.City)!.ToUpperInvariant())).Should().Equal(model.FindByCity(City(read.City)!).Select(place => ids[place]));
                break;
            default:
                // The run goes on in a fork of itself, and nothing changes by that.
                marketo.Instance.Reset(marketo.Instance.Fork(marketo.Time));
                await marketo.SignInAsync();
                break;
        }
    }

    private static async Task CompareAsync(MarketoHost marketo, string path, string body, List<string> ids, string[] expected)
    {
        var results = (await marketo.PostAsync(Path + path, body)).GetProperty("result").EnumerateArray().ToArray();
        ids.AddRange(results.Where(result => result.GetProperty("status").GetString() == "created").Select(result => result.GetProperty("marketoGUID").GetString()!));
        results.Select(result => Outcome(result, ids)).Should().Equal(expected);
        results.Select(result => result.GetProperty("seq").GetInt32()).Should().Equal(Enumerable.Range(0, expected.Length));
    }

    private static async Task<List<string>> PagesAsync(MarketoHost marketo, string query)
    {
        var read = new List<string>();
        string? token = "";
        while (token is not null)
        {
            var page = await marketo.GetAsync($"{Path}.json?{query}{token}");
            read.AddRange(page.GetProperty("result").EnumerateArray().Select(account => account.GetProperty("marketoGUID").GetString()!));
            token = page.TryGetProperty("nextPageToken", out var next) ? "&nextPageToken=" + Uri.EscapeDataString(next.GetString()!) : null;
        }

        return read;
    }

    private static string Outcome(JsonElement result, List<string> ids) => result.TryGetProperty("marketoGUID", out var id)
        ? $"{result.GetProperty("status").GetString()} {ids.IndexOf(id.GetString()!)}"
        : result.GetProperty("reasons")[0].GetProperty("code").GetString()!;

    private static string Id(List<string> ids, int place) => place >= 0 && place < ids.Count ? ids[place] : NoId;

    private static string Name(int number) => number % 2 == 0 ? $"acme {number / 2}" : $"ACME {number / 2}";

    private static string? City(int number) => number == 0 ? null : "City " + number;

    private abstract record Step
    {
        public sealed record Sync(int Action, (int Name, int City)[] Records) : Step;

        public sealed record Rename((int Place, int Name)[] Records) : Step;

        public sealed record Delete(int[] Names) : Step;

        public sealed record DeleteById(int[] Places) : Step;

        public sealed record Read(int[] Names, int Size) : Step;

        public sealed record ReadCity(int City) : Step;

        public sealed record Fork : Step;
    }
}
