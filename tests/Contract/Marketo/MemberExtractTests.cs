using SfMarketo.MarketoSim.Options;
using SfMarketo.MarketoSim.Programs;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Bulk program member extract")]
public sealed class MemberExtractTests
{
    private const string Export = "/bulk/v1/program/members/export";

    [Fact]
    [Proves("POST /bulk/v1/program/members/export/create.json", "fields", "filter", "filter.programId", "filter.statusNames", "filter.isExhausted", "columnHeaderNames", "format")]
    [Proves("GET /bulk/v1/program/members/export/{exportId}/file.json", "Range")]
    public async Task Members_of_a_program_are_extracted_with_fields_of_both()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var ids = await marketo.CreateAsync("a@example.invalid", "b@example.invalid");
        await marketo.PostAsync("/rest/v1/programs/1044/members/status.json", $$"""{"statusName":"Invited","input":[{"leadId":{{ids[0]}}}]}""");
        await marketo.PostAsync("/rest/v1/programs/1044/members/status.json", $$"""{"statusName":"Attended","input":[{"leadId":{{ids[1]}}}]}""");

        var all = await FileAsync(marketo, """{"fields":["leadId","email","statusName","reachedSuccess","mealChoice"],"columnHeaderNames":{"statusName":"Status"},"filter":{"programId":1044}}""");
        var some = await FileAsync(marketo, """{"fields":["leadId"],"format":"TSV","filter":{"programId":1044,"statusNames":["Attended","Registered"],"isExhausted":false}}""");
        var none = await FileAsync(marketo, """{"fields":["leadId"],"filter":{"programId":1044,"isExhausted":true}}""");

        all.Should().Be($"leadId,email,Status,reachedSuccess,mealChoice\n{ids[0]},a@example.invalid,Invited,false,null\n{ids[1]},b@example.invalid,Attended,true,null\n");
        some.Should().Be($"leadId\n{ids[1]}\n");
        none.Should().Be("leadId\n");
    }

    [Fact]
    [SimulatorOnly("a second program")]
    [Proves("POST /bulk/v1/program/members/export/create.json", "filter.programIds", "filter.nurtureCadence")]
    public async Task Several_programs_have_their_id_in_front_and_cadence_is_of_engagement_programs()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options with { Programs = [.. AssetExamples.Options.Programs, new MarketoProgram(2000, "Nurture", "Webinar") { Type = "Engagement" }] });
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await marketo.PostAsync("/rest/v1/programs/1044/members/status.json", $$"""{"statusName":"Invited","input":[{"leadId":{{id}}}]}""");
        await marketo.PostAsync("/rest/v1/programs/2000/members/status.json", $$"""{"statusName":"Invited","input":[{"leadId":{{id}}}]}""");

        (await FileAsync(marketo, """{"fields":["email"],"filter":{"programIds":[2000,1044]}}""")).Should().Be("programId,email\n1044,a@example.invalid\n2000,a@example.invalid\n");
        (await FileAsync(marketo, """{"fields":["email"],"filter":{"programIds":[2000,1044],"nurtureCadence":"norm"}}""")).Should().Be("programId,email\n2000,a@example.invalid\n");
        (await FileAsync(marketo, """{"fields":["email"],"filter":{"programIds":[2000,1044],"nurtureCadence":"paus"}}""")).Should().Be("programId,email\n");
    }

    [Fact]
    [SimulatorOnly("streams of its own, and their casts")]
    [Proves("POST /bulk/v1/program/members/export/create.json", "filter.nurtureCadence", "filter.isExhausted")]
    public async Task Who_has_had_all_of_a_stream_is_exhausted()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options with
        {
            Programs = [new MarketoProgram(2000, "Drip", "Nurture") { Type = "Engagement", Status = "on", Streams = [new EngagementStream(1, "Hot", [AssetExamples.Email])] }],
            Campaigns = [],
            Lists = [],
        });
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await marketo.PostAsync("/rest/v1/programs/2000/members/status.json", $$"""{"statusName":"Member","input":[{"leadId":{{id}}}]}""");

        (await FileAsync(marketo, """{"fields":["leadId"],"filter":{"programId":2000,"isExhausted":false,"nurtureCadence":"norm"}}""")).Should().Be($"leadId\n{id}\n");
        marketo.Time.Advance(TimeSpan.FromDays(8));
        await marketo.SignInAsync();
        (await FileAsync(marketo, """{"fields":["leadId","isExhausted","nurtureCadence","trackName"],"filter":{"programId":2000,"isExhausted":true}}""")).Should().Be($"leadId,isExhausted,nurtureCadence,trackName\n{id},true,norm,Hot\n");
    }

    [Theory]
    [InlineData(UpdatedAtFilter.Unsupported)]
    [InlineData(UpdatedAtFilter.Accepted)]
    [Proves("POST /bulk/v1/program/members/export/create.json", "filter.updatedAt")]
    [Proves("switch extract.updatedAtFilter")]
    [Proves("code 1035")]
    public async Task The_filter_by_update_follows_its_switch(UpdatedAtFilter setting)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options with { Switches = MarketoHost.Options.Switches with { ExtractUpdatedAtFilter = setting } });
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await marketo.PostAsync("/rest/v1/programs/1044/members/status.json", $$"""{"statusName":"Invited","input":[{"leadId":{{id}}}]}""");
        const string Body = """{"fields":["leadId"],"filter":{"programId":1044,"updatedAt":{"startAt":"2026-03-02T12:00:00Z","endAt":"2026-03-02T12:00:00Z"}}}""";

        if (setting == UpdatedAtFilter.Unsupported)
        {
            (await marketo.PostAsync(Export + "/create.json", Body)).ShouldFail("1035", "Unsupported filter type for target subscription");
        }
        else
        {
            (await FileAsync(marketo, Body)).Should().Be($"leadId\n{id}\n");
        }
    }

    [Theory]
    [InlineData("""{"fields":["leadId"],"filter":{}}""", "1002")]
    [InlineData("""{"filter":{"programId":1044}}""", "1002")]
    [InlineData("""{"fields":["leadId"],"filter":{"programId":1044,"programIds":[1044]}}""", "1003")]
    [InlineData("""{"fields":["leadId"],"filter":{"programIds":[]}}""", "1003")]
    [InlineData("""{"fields":["leadId"],"filter":{"programIds":[1,2,3,4,5,6,7,8,9,10,11]}}""", "1003")]
    [InlineData("""{"fields":["leadId"],"filter":{"programId":1}}""", "1013")]
    [InlineData("""{"fields":["leadId"],"filter":{"programId":"x"}}""", "1001")]
    [InlineData("""{"fields":["leadId"],"filter":{"programId":1044,"statusNames":["Nowhere"]}}""", "1003")]
    [InlineData("""{"fields":["leadId"],"filter":{"programId":1044,"nurtureCadence":"fast"}}""", "1003")]
    [InlineData("""{"fields":["leadId"],"filter":{"programId":1044,"isExhausted":"maybe"}}""", "1001")]
    [InlineData("""{"fields":["color"],"filter":{"programId":1044}}""", "1003")]
    [Proves("POST /bulk/v1/program/members/export/create.json", "fields", "filter", "filter.programId", "filter.programIds", "filter.statusNames", "filter.nurtureCadence", "filter.isExhausted")]
    [Unverified("answer.override")]
    public async Task A_request_that_cannot_be_understood_is_refused(string body, string code)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.PostAsync(Export + "/create.json", body)).ShouldFail(code);
    }

    private static async Task<string> FileAsync(MarketoHost marketo, string body) =>
        await marketo.FileAsync($"{Export}/{(await marketo.ExportAsync(Export, body)).Text("exportId")}/file.json");
}
