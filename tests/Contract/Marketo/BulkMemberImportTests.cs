using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Bulk program member import")]
public sealed class BulkMemberImportTests
{
    private const string Import = "/bulk/v1/program/1044/members/import.json?";
    private const string Batch = "/bulk/v1/program/members/import/";

    [Fact]
    [Proves("POST /bulk/v1/program/{programId}/members/import.json", "programMemberStatus", "format", "file")]
    [Proves("GET /bulk/v1/program/members/import/{batchId}/status.json")]
    [Proves("GET /bulk/v1/program/members/import/{batchId}/failures.json")]
    [Proves("GET /bulk/v1/program/members/import/{batchId}/warnings.json")]
    public async Task People_become_members_in_the_status_with_their_fields()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var known = (await marketo.CreateAsync("a@example.invalid"))[0];

        var id = (await marketo.ImportAsync(Import + "format=csv&programMemberStatus=Registered", "email,mealChoice,leadScore\na@example.invalid,fish,3\nb@example.invalid,,x\nodd,,4\n"))
            .Result().Single().GetProperty("batchId").GetInt32();
        var done = await marketo.UntilAsync($"{Batch}{id}/status.json", "Complete", 5);

        done.Text("message").Should().Be("Import completed with errors, 2 records imported (2 members), 1 failed, 1 warning.");
        var member = (await marketo.GetAsync($"/rest/v1/programs/1044/members.json?filterType=leadId&filterValues={known}&fields=statusName,mealChoice")).Result().Single();
        member.Text("statusName").Should().Be("Registered");
        member.Text("mealChoice").Should().Be("fish");
        (await marketo.FileAsync($"{Batch}{id}/failures.json")).Should().Be("email,mealChoice,leadScore,Import Failure Reason\nb@example.invalid,,x,Invalid data type in field Person Score\n");
        (await marketo.FileAsync($"{Batch}{id}/warnings.json")).Should().Be("email,mealChoice,leadScore,Import Warning Reason\nodd,,4,Invalid email address\n");
        (await marketo.FeedAsync("104", known)).Should().ContainSingle();
    }

    [Fact]
    [Proves("POST /bulk/v1/program/{programId}/members/import.json", "programMemberStatus", "format", "file")]
    [Unverified("answer.override")]
    public async Task The_program_acquires_those_whom_its_import_makes()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var known = (await marketo.CreateAsync("a@example.invalid"))[0];

        var batch = (await marketo.ImportAsync(Import + "format=csv&programMemberStatus=Invited", "email\na@example.invalid\nb@example.invalid\n")).Result().Single().GetProperty("batchId").GetInt32();
        await marketo.UntilAsync($"{Batch}{batch}/status.json", "Complete", 5);

        var made = (await marketo.GetAsync("/rest/v1/leads.json?filterType=email&filterValues=b@example.invalid")).Result().Single().Id();
        (await PushTests.AcquiredAsync(marketo, known)).Should().Be((null, false));
        (await PushTests.AcquiredAsync(marketo, made)).Should().Be(($"{AssetExamples.Webinar}", true));
    }

    [Theory]
    [InlineData("/bulk/v1/program/1044/members/import.json?format=csv", "email\na@example.invalid\n", "1002")]
    [InlineData("/bulk/v1/program/1044/members/import.json?programMemberStatus=Invited", "email\na@example.invalid\n", "1002")]
    [InlineData("/bulk/v1/program/1044/members/import.json?format=csv&programMemberStatus=Nowhere", "email\na@example.invalid\n", "1025")]
    [InlineData("/bulk/v1/program/1/members/import.json?format=csv&programMemberStatus=Invited", "email\na@example.invalid\n", "1013")]
    [InlineData("/bulk/v1/program/x/members/import.json?format=csv&programMemberStatus=Invited", "email\na@example.invalid\n", "1013")]
    [InlineData("/bulk/v1/program/1044/members/import.json?format=csv&programMemberStatus=Invited", "mealChoice\nfish\n", "1002")]
    [InlineData("/bulk/v1/program/1044/members/import.json?format=csv&programMemberStatus=Invited", "email,statusName\na@example.invalid,Attended\n", "1003")]
    [Proves("POST /bulk/v1/program/{programId}/members/import.json", "programMemberStatus", "format", "file")]
    [Proves("code 1025")]
    [Unverified("answer.override")]
    public async Task What_is_missing_or_unknown_fails_the_call(string path, string file, string code)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.ImportAsync(path, file)).ShouldFail(code);
    }

    [Fact]
    [Proves("POST /bulk/v1/program/{programId}/members/import.json", "programMemberStatus")]
    [Unverified("answer.override")]
    public async Task A_member_who_is_past_the_status_stays_there()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = (await marketo.CreateAsync("a@example.invalid"))[0];
        await marketo.PostAsync("/rest/v1/programs/1044/members/status.json", $$"""{"statusName":"Attended","input":[{"leadId":{{id}}}]}""");

        var batch = (await marketo.ImportAsync(Import + "format=csv&programMemberStatus=Invited", "email\na@example.invalid\n")).Result().Single().GetProperty("batchId").GetInt32();
        await marketo.UntilAsync($"{Batch}{batch}/status.json", "Complete", 5);

        (await marketo.GetAsync($"/rest/v1/programs/1044/members.json?filterType=leadId&filterValues={id}&fields=statusName")).Result().Single().Text("statusName").Should().Be("Attended");
    }
}
