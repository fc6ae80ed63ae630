using SfMarketo.Sync;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Tests.Sync.Marketo;

/// <summary>What goes over the wire in the seed's dialect. Source: shared/reference/marketo.md section 11.</summary>
public sealed class SeedDialectTests : IDisposable
{
    private readonly MarketoBench bench = new(_ => MarketoBench.Success("""[{"status":"updated","id":7,"leadId":7}]"""));
    private readonly MarketoClient seed;

    public SeedDialectTests() =>
        seed = new MarketoClient(bench.Http, bench.Tokens, new MarketoSettings { BaseAddress = new Uri("https://marketo.test"), ClientId = "id", ClientSecret = "secret" }, Dialect.Seed);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("updateOnly", "PATCH")]
    [InlineData("createOrUpdate", "POST")]
    public async Task Updates_are_a_PATCH_and_creations_are_not(string action, string method)
    {
        (await seed.SyncLeadsAsync(action, "id", [new FieldBag { { "id", 7 } }], Lane.Mql, Cancel)).IsSuccess.Should().BeTrue();

        var call = bench.Calls.Single();
        (call.Method, call.Path, call.Body).Should().Be((method, "/rest/v1/leads.json", $$"""{"action":"{{action}}","lookupField":"id","input":[{"id":7}]}"""));
    }

    [Fact]
    public async Task People_are_enrolled_and_removed_by_one_form()
    {
        await seed.SetProgramMemberStatusAsync(1001, "Enrolled", [new MarketoLeadId(7)], Lane.Suppression, Cancel);
        await seed.DeleteProgramMembersAsync(1002, [new MarketoLeadId(7)], Lane.Suppression, Cancel);

        bench.Calls.Select(call => (call.Method, call.Path, call.Body)).Should().Equal(
            ("POST", "/rest/v1/leads/programs/members.json", """{"programId":1001,"statusName":"Enrolled","input":[{"leadId":7}]}"""),
            ("POST", "/rest/v1/leads/programs/members.json", """{"programId":1002,"action":"remove","input":[{"leadId":7}]}"""));
    }

    [Fact]
    public async Task The_vendors_forms_are_the_default()
    {
        await bench.Client.SyncLeadsAsync("updateOnly", "id", [new FieldBag { { "id", 7 } }], Lane.Mql, Cancel);
        await bench.Client.SetProgramMemberStatusAsync(1001, "Enrolled", [new MarketoLeadId(7)], Lane.Suppression, Cancel);

        bench.Calls.Select(call => (call.Method, call.Path)).Should().Equal(("POST", "/rest/v1/leads.json"), ("POST", "/rest/v1/programs/1001/members/status.json"));
    }
}
