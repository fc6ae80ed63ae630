using System.Text.Json;
using CsCheck;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Marketo;

namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>Random syncs, deletes and reads against a dictionary of what should be there.</summary>
public sealed class LeadModelTests
{
    private static readonly MarketoSimOptions Options = MarketoHost.Options with { CallsPerWindow = 1_000_000, CallsPerDay = 1_000_000 };

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (6, Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1], Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7], Gen.Int[0, 3]).Array[1, 5], (action, lookup, records) => (Step)new Step.Sync(action, lookup, records))),
        (2, Gen.Int[0, 30].Array[1, 4].Select(ids => (Step)new Step.Delete(ids))),
        (2, Gen.Int[0, 7].Select(email => (Step)new Step.Read(email))));

    [Fact]
    public async Task The_API_does_what_the_model_says()
    {
        await using var marketo = await MarketoHost.StartAsync(Options);
        var empty = marketo.Instance.Fork(marketo.Time);
        await Steps.Array[1, 25].SampleAsync(
            async steps =>
            {
                marketo.Instance.Reset(empty);
                await marketo.SignInAsync();
                var model = new LeadModel();
                foreach (var step in steps)
                {
                    await RunAsync(marketo, model, step);
                }

                marketo.Instance.LiveCount.Should().Be(model.People.Count);
                foreach (var (id, person) in model.People)
                {
                    var view = marketo.Instance.FindPerson(id)!;
                    (view.Get("email"), view.Get("sfdcPersonId"), view.Get("title")).Should().Be((person.Email, person.Key, person.Title));
                }
            },
            iter: 300,
            threads: 1);
    }

    private static async Task RunAsync(MarketoHost marketo, LeadModel model, Step step)
    {
        switch (step)
        {
            case Step.Sync sync:
                var input = string.Join(',', sync.Records.Select(Record));
                var body = $$"""{"action":"{{LeadModel.Actions[sync.Action]}}","lookupField":"{{LeadModel.Lookups[sync.Lookup]}}","input":[{{input}}]}""";
                var results = await ResultAsync(marketo.PostAsync("/rest/v1/leads.json", body));
                var expected = sync.Records.Select(record => model.Sync(sync.Action, sync.Lookup, Email(record.Item1), Key(record.Item2), Title(record.Item3))).ToArray();
                results.Select(Outcome).Should().Equal(expected);
                break;
            case Step.Delete delete:
                var ids = delete.Places.Select(place => LeadModel.FirstId + place).ToArray();
                var deleted = await ResultAsync(marketo.PostAsync("/rest/v1/leads/delete.json?id=" + string.Join(',', ids), ""));
                deleted.Select(Outcome).Should().Equal(ids.Select(model.Delete).ToArray());
                break;
            case Step.Read read:
                var found = await ResultAsync(marketo.GetAsync("/rest/v1/leads.json?filterType=email&filterValues=" + Email(read.Email).ToUpperInvariant()));
                found.Select(person => person.GetProperty("id").GetInt32()).Should().Equal(model.FindByEmail(Email(read.Email)).Order());
                break;
            default:
                break;
        }
    }

    private static string Record((int Email, int Key, int Title) record) =>
        $$"""{"email":"{{Email(record.Email)}}","sfdcPersonId":"{{Key(record.Key)}}","title":{{(Title(record.Title) is { } title ? $"\"{title}\"" : "null")}}}""";

    private static string Email(int number) => number % 2 == 0 ? $"p{number / 2}@example.invalid" : $"P{number / 2}@Example.invalid";

    private static string Key(int number) => $"00Q{number:D12}AAA";

    private static string? Title(int number) => number == 0 ? null : "Title " + number;

    private static string Outcome(JsonElement record) =>
        record.GetProperty("status").GetString() + (record.TryGetProperty("id", out var id) ? " " + id : " " + record.GetProperty("reasons")[0].GetProperty("code"));

    private static async Task<JsonElement[]> ResultAsync(Task<JsonElement> answer) => [.. (await answer).GetProperty("result").EnumerateArray()];

    private abstract record Step
    {
        public sealed record Sync(int Action, int Lookup, (int, int, int)[] Records) : Step;

        public sealed record Delete(int[] Places) : Step;

        public sealed record Read(int Email) : Step;
    }
}
