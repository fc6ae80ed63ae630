using SfMarketo.Kernel.Recording;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>What calls leave in the simulator's own records.</summary>
[Source("This simulator's docs/records.md")]
[SimulatorOnly("reads the simulator's records")]
public sealed class RecordTests
{
    [Fact]
    public async Task Writes_are_committed_by_object_with_who_did_them()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        await marketo.PostAsync("/rest/v1/companies.json", """{"input":[{"externalCompanyId":"A","company":"Acme"}]}""");
        var id = (await marketo.PostAsync("/rest/v1/leads.json", """{"input":[{"email":"a@example.invalid","externalCompanyId":"A"}]}""")).Result().Single().Id();
        await marketo.PostAsync("/rest/v1/companies.json", """{"input":[{"externalCompanyId":"A","industry":"Copper"}]}""");
        await marketo.PostAsync($"/rest/v1/lists/3379/leads.json?id={id}", "");
        await marketo.SendAsync(HttpMethod.Delete, $"/rest/v1/lists/3379/leads.json?id={id}", "");
        await marketo.PostAsync("/rest/v1/programs/1044/members/status.json", $$"""{"statusName":"Registered","input":[{"leadId":{{id}}}]}""");
        await marketo.PostAsync("/rest/v1/programs/1044/members/status.json", $$"""{"statusName":"Attended","input":[{"leadId":{{id}}}]}""");

        marketo.Records.Commits.Select(commit => (commit.Object, commit.Op, commit.Actor)).Should().Equal(
            ("Company", "create", Actor.Client),
            ("Person", "create", Actor.Client),
            ("Person", "update", Actor.Rule),
            ("Company", "update", Actor.Client),
            ("Person", "update", Actor.Rule),
            ("ListMember", "create", Actor.Client),
            ("ListMember", "delete", Actor.Client),
            ("ProgramMember", "create", Actor.Client),
            ("ProgramMember", "update", Actor.Client));
    }

    [Fact]
    public async Task A_call_has_its_codes_and_records_and_a_merge_names_the_losers()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid", "c@example.invalid");

        await marketo.PostAsync("/rest/v1/leads.json", """{"action":"createOnly","input":[{"email":"d@example.invalid"},{"email":"b@example.invalid"},{"email":"e@example.invalid"}]}""");
        (marketo.Records.Calls[^1].Records, marketo.Records.Calls[^1].Codes.Single()).Should().Be((3, "1005"));
        await marketo.PostAsync($"/rest/v1/leads/{ids[0]}/merge.json?leadIds={ids[1]},{ids[2]}", "");

        marketo.Records.Commits.Where(commit => commit.Op == "merge").Select(commit => commit.Id).Should().Equal($"{ids[1]}", $"{ids[2]}");
    }

    [Theory]
    [InlineData("email\na@example.invalid\nb@example.invalid\n", 2)]
    [InlineData("email,firstName\r\na@example.invalid,\"A\nB\"\r\n\r\nb@example.invalid,\"say \"\"hi\"\"\"", 2)]
    [InlineData("email\n", 0)]
    public async Task A_call_that_brings_a_file_has_the_number_of_its_rows(string file, int rows)
    {
        await using var marketo = await MarketoHost.StartAsync();

        await marketo.ImportAsync("/bulk/v1/leads.json?format=csv", file);

        marketo.Records.Calls[^1].Records.Should().Be(rows);
    }

    [Fact]
    public async Task A_call_that_is_refused_for_its_many_records_has_their_number()
    {
        await using var marketo = await MarketoHost.StartAsync();
        var input = string.Join(',', Enumerable.Range(0, 301).Select(number => $$"""{"email":"p{{number}}@example.invalid"}"""));

        await marketo.PostAsync("/rest/v1/leads.json", $$"""{"input":[{{input}}]}""");

        marketo.Records.Calls[^1].Records.Should().Be(301);
    }
}
