using CsCheck;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Org.Conversion;
using SfMarketo.Tests.Contract.Salesforce;

namespace SfMarketo.Tests.Simulators.Salesforce;

/// <summary>Leads written by random calls and people, against a plain list that knows the rules by heart.</summary>
public sealed class RowModelTests
{
    private static readonly Gen<string?> Keys = Gen.OneOf<string?>("1", "2", "3", "4", null);
    private static readonly Gen<string> Names = Gen.OneOf("Ann", "Bob", "Cid", "");
    private static readonly Gen<Step> Steps = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 7], Names, Keys, (kind, pick, name, key) => new Step(kind, pick, name, key));

    [Fact]
    public async Task Rows_are_what_the_model_says_after_any_steps()
    {
        await using var host = await OrgHost.StartAsync();
        await Steps.Array[1, 40].SampleAsync(async steps =>
        {
            host.Org.Reset();
            host.SignOut();
            var model = new List<ModelLead>();
            foreach (var step in steps)
            {
                host.Clock.Advance(TimeSpan.FromMilliseconds(700));
                await Apply(host, model, step);
            }

            Compare(host.Org, model);
        }, iter: 200, threads: 1);
    }

    private static async Task Apply(OrgHost host, List<ModelLead> model, Step step)
    {
        var lead = model.Count == 0 ? null : model[step.Pick % model.Count];
        var key = step.Key is null ? "null" : $"\"{step.Key}\"";
        switch (step.Kind)
        {
            case 0 or 1:
                var created = await host.Call("POST", "sobjects/Lead", $$"""{"LastName":"{{step.Name}}","Company":"Acme","MarketoPersonId__c":{{key}}}""");
                var fits = step.Name.Length > 0 && IsFree(model, step.Key, null);
                created.Status.Should().Be(fits ? 201 : 400, created.Body);
                if (fits)
                {
                    model.Add(new ModelLead(created["id"].GetString()!, step.Name, step.Key));
                }

                break;
            case 2 when lead is not null:
                var updated = await host.Call("PATCH", "sobjects/Lead/" + lead.Id, $$"""{"LastName":"{{step.Name}}","MarketoPersonId__c":{{key}}}""");
                var status = lead.Deleted ? 404 : lead.Converted || step.Name.Length == 0 || !IsFree(model, step.Key, lead) ? 400 : 204;
                updated.Status.Should().Be(status, updated.Body);
                if (status == 204)
                {
                    (lead.Name, lead.Key) = (step.Name, step.Key);
                }

                break;
            case 3 when step.Key is not null:
                await Upsert(host, model, step);
                break;
            case 4 when lead is not null:
                (await host.Call("DELETE", "sobjects/Lead/" + lead.Id)).Status.Should().Be(lead.Deleted ? 404 : 204);
                lead.Deleted = true;
                break;
            case 5 when lead is not null:
                Convert(host.Org, lead);
                break;
            case 6 when model.Count > 1:
                await UpdateTwo(host, model, step);
                break;
        }
    }

    private static async Task Upsert(OrgHost host, List<ModelLead> model, Step step)
    {
        var answer = await host.Call("PATCH", "sobjects/Lead/MarketoPersonId__c/" + step.Key, $$"""{"LastName":"{{step.Name}}","Company":"Acme"}""");
        var match = model.Find(lead => !lead.Deleted && lead.Key == step.Key);
        answer.Status.Should().Be(step.Name.Length == 0 || match is { Converted: true } ? 400 : match is null ? 201 : 200, answer.Body);
        if (answer.Status == 201)
        {
            model.Add(new ModelLead(answer["id"].GetString()!, step.Name, step.Key));
        }
        else if (answer.Status == 200)
        {
            match!.Name = step.Name;
        }
    }

    private static void Convert(SalesforceOrg org, ModelLead lead)
    {
        // A contact may have the key already, from a lead that was converted and deleted.
        var taken = lead.Key is not null && org.Rows("Contact").Any(contact => contact.Text("MarketoPersonId__c") == lead.Key);
        var fits = !lead.Deleted && !lead.Converted && !taken;
        var convert = FluentActions.Invoking(() => org.ConvertLead(lead.Id, new LeadConversion { DoNotCreateOpportunity = true }, "test"));
        if (fits)
        {
            convert.Should().NotThrow();
            lead.Converted = true;
        }
        else
        {
            convert.Should().Throw<SalesforceRowException>();
        }
    }

    /// <summary>All or none: the second record decides what becomes of the first, its key among it.</summary>
    private static async Task UpdateTwo(OrgHost host, List<ModelLead> model, Step step)
    {
        var (first, second) = (model[step.Pick % model.Count], model[(step.Pick + 1) % model.Count]);
        var key = step.Key is null ? "null" : $"\"{step.Key}\"";
        var answer = await host.Call("PATCH", "composite/sobjects", $$$"""
            {"allOrNone":true,"records":[{"attributes":{"type":"Lead"},"Id":"{{{first.Id}}}","LastName":"Two","MarketoPersonId__c":{{{key}}}},{"attributes":{"type":"Lead"},"Id":"{{{second.Id}}}","LastName":"{{{step.Name}}}"}]}
            """);
        var fits = !first.Deleted && !first.Converted && !second.Deleted && !second.Converted && step.Name.Length > 0 && IsFree(model, step.Key, first);
        answer.Json[0].GetProperty("success").GetBoolean().Should().Be(fits, answer.Body);
        if (fits)
        {
            (first.Name, first.Key, second.Name) = ("Two", step.Key, step.Name);
        }
    }

    private static bool IsFree(List<ModelLead> model, string? key, ModelLead? self) => key is null || !model.Exists(lead => lead != self && !lead.Deleted && lead.Key == key);

    private static void Compare(SalesforceOrg org, List<ModelLead> model)
    {
        org.Rows("Lead", includeDeleted: true).Select(row => (row.Id, row.Text("LastName"), row.Text("MarketoPersonId__c"), row.Deleted, row.Get("IsConverted") is true))
            .Should().Equal(model.Select(lead => (lead.Id, (string?)lead.Name, lead.Key, lead.Deleted, lead.Converted)));
        org.Count("Lead").Should().Be(model.Count(lead => !lead.Deleted));
        org.UnhandledFailures.Should().Be(0);
        var changes = org.Store["Lead"].ChangedSince(0).ToList();
        changes.Select(row => row.Id).Should().BeEquivalentTo(model.Select(lead => lead.Id));
        changes.Select(row => (row.Stamp, row.Number)).Should().BeInAscendingOrder();
    }

    private sealed record Step(int Kind, int Pick, string Name, string? Key);

    private sealed class ModelLead(string id, string name, string? key)
    {
        public string Id { get; } = id;

        public string Name { get; set; } = name;

        public string? Key { get; set; } = key;

        public bool Deleted { get; set; }

        public bool Converted { get; set; }
    }
}
