using System.Text.Json;
using CsCheck;
using SfMarketo.MarketoSim.Lists;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Marketo;

namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>Random calls about leads against a dictionary of what should be there.</summary>
public sealed class LeadModelTests
{
    private const int List = 9;
    private const string Leads = "/rest/v1/leads.json";

    private static readonly MarketoSimOptions Options = MarketoHost.Options with { CallsPerWindow = 10_000, CallsPerDay = 1_000_000, Lists = [new MarketoList(List, "List")] };

    private static readonly Gen<int> Ids = Gen.Int[LeadModel.FirstId, LeadModel.FirstId + 20];

    private static readonly Gen<LeadModel.Person> Persons = Gen.Select(
        Gen.Int[0, 7], Gen.Int[0, 7], Gen.Int[0, 5], Gen.Int[0, 3], (email, person, twitter, title) => new LeadModel.Person(Email(email), $"00Q{person:D12}AAA", $"tw{twitter}", Title(title)));

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (8, Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Persons.Array[1, 5], (action, lookup, records) => (Step)new Step.Sync(action, lookup, records))),
        (2, Gen.Select(Ids, Gen.Int[0, 3], (id, title) => (Step)new Step.Retitle(id, Title(title)))),
        (2, Ids.Array[1, 4].Select(ids => (Step)new Step.Delete(ids))),
        (2, Gen.Select(Ids, Ids.Array[1, 3], (winner, losers) => (Step)new Step.Merge(winner, losers))),
        (2, Ids.Array[1, 4].Select(ids => (Step)new Step.Add(ids))),
        (2, Ids.Select(id => (Step)new Step.Get(id))),
        (3, Gen.Select(Gen.Int[0, 2], Persons, (lookup, person) => (Step)new Step.Read(lookup, person))));

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
                var model = new LeadModel();
                foreach (var step in steps)
                {
                    await RunAsync(marketo, model, step);
                }

                marketo.Instance.LiveCount.Should().Be(model.People.Count);
                marketo.Instance.ListMembers(List).Should().Equal(model.List);
                foreach (var (id, person) in model.People)
                {
                    var view = marketo.Instance.FindPerson(id)!;
                    new LeadModel.Person((string)view.Get("email")!, (string)view.Get("sfdcPersonId")!, (string)view.Get("twitterId")!, (string?)view.Get("title")).Should().Be(person);
                }
            },
            iter: 200,
            threads: 1);
    }

    private static async Task RunAsync(MarketoHost marketo, LeadModel model, Step step)
    {
        switch (step)
        {
            case Step.Sync sync:
                var input = string.Join(',', sync.Records.Select(Record));
                var results = await ResultAsync(marketo.PostAsync(Leads, $$"""{"action":"{{LeadModel.Actions[sync.Action]}}","lookupField":"{{LeadModel.Lookups[sync.Lookup]}}","input":[{{input}}]}"""));
                results.Select(Outcome).Should().Equal(sync.Records.Select(record => model.Sync(sync.Action, sync.Lookup, record)).ToArray());
                break;
            case Step.Retitle(var id, var title):
                var retitled = await ResultAsync(marketo.PostAsync(Leads, $$"""{"action":"updateOnly","lookupField":"id","input":[{"id":{{id}},"title":{{Quoted(title)}}}]}"""));
                retitled.Select(Outcome).Should().Equal(model.Retitle(id, title));
                break;
            case Step.Delete(var ids):
                var deleted = await ResultAsync(marketo.PostAsync("/rest/v1/leads/delete.json?id=" + string.Join(',', ids), ""));
                deleted.Select(Outcome).Should().Equal(ids.Select(model.Delete).ToArray());
                break;
            case Step.Merge(var winner, var losers):
                var merged = await marketo.PostAsync($"/rest/v1/leads/{winner}/merge.json?leadIds={string.Join(',', losers)}", "");
                (merged.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("code").GetString() : "merged").Should().Be(model.Merge(winner, losers));
                break;
            case Step.Add(var ids):
                var added = await ResultAsync(marketo.PostAsync($"/rest/v1/lists/{List}/leads.json?id=" + string.Join(',', ids), ""));
                added.Select(Outcome).Should().Equal(ids.Select(model.Add).ToArray());
                break;
            case Step.Get(var id):
                var got = await marketo.GetAsync($"/rest/v1/lead/{id}.json?fields=title");
                (got.TryGetProperty("result", out var one) ? "title " + one[0].GetProperty("title").GetString() : got.GetProperty("errors")[0].GetProperty("code").GetString())
                    .Should().Be(model.People.TryGetValue(id, out var known) ? "title " + known.Title : "1004");
                break;
            case Step.Read(var lookup, var person):
                var found = await ResultAsync(marketo.GetAsync($"{Leads}?filterType={LeadModel.Lookups[lookup]}&filterValues={person.Key(lookup)}"));
                found.Select(lead => lead.GetProperty("id").GetInt32()).Should().Equal(model.Find(lookup, person.Key(lookup)));
                break;
            default:
                break;
        }
    }

    private static string Record(LeadModel.Person person) =>
        $$"""{"email":"{{person.Email}}","sfdcPersonId":"{{person.PersonId}}","twitterId":"{{person.TwitterId}}","title":{{Quoted(person.Title)}}}""";

    private static string Quoted(string? text) => text is null ? "null" : $"\"{text}\"";

    private static string Email(int number) => number % 2 == 0 ? $"p{number / 2}@example.invalid" : $"P{number / 2}@Example.invalid";

    private static string? Title(int number) => number == 0 ? null : "Title " + number;

    private static string Outcome(JsonElement record) =>
        record.GetProperty("status").GetString() + (record.TryGetProperty("id", out var id) ? " " + id : " " + record.GetProperty("reasons")[0].GetProperty("code"));

    private static async Task<JsonElement[]> ResultAsync(Task<JsonElement> answer) => [.. (await answer).GetProperty("result").EnumerateArray()];

    private abstract record Step
    {
        public sealed record Sync(int Action, int Lookup, LeadModel.Person[] Records) : Step;

        public sealed record Retitle(int Id, string? Title) : Step;

        public sealed record Delete(int[] Ids) : Step;

        public sealed record Merge(int Winner, int[] Losers) : Step;

        public sealed record Add(int[] Ids) : Step;

        public sealed record Get(int Id) : Step;

        public sealed record Read(int Lookup, LeadModel.Person Person) : Step;
    }
}
