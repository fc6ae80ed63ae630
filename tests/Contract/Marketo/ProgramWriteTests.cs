using System.Text.Json;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Programs")]
public sealed class ProgramWriteTests
{
    private static readonly (string Name, string Value)[] Event = [("name", "Autumn Fair"), ("folder", AssetForms.Programs), ("type", "Default"), ("channel", "Webinar")];

    [Fact]
    [Proves("POST /rest/asset/v1/programs.json", "name", "folder", "folder.id", "folder.type", "type", "channel", "description", "tags", "tags.tagType", "tags.tagValue", "costs", "costs.cost", "costs.startDate", "costs.note")]
    [Proves("GET /rest/asset/v1/program/byName.json", "name", "includeTags", "includeCosts")]
    [Proves("GET /rest/asset/v1/program/byTag.json", "tagType", "tagValue", "maxReturn", "offset")]
    [Proves("POST /rest/asset/v1/program/{id}/delete.json")]
    public async Task A_program_is_made_with_tags_and_costs_and_deleted()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        var made = (await marketo.FormAsync("programs.json",
            [.. Event, ("description", "d"), ("tags", """[{"tagType":"Region","tagValue":"EMEA"}]"""), ("costs", """[{"startDate":"2026-03-01","cost":2000,"note":"stand"}]""")])).Result().Single();
        var id = made.Id();

        (made.Text("name"), made.Text("type"), made.Text("channel"), made.Text("status"), made.Text("description")).Should().Be(("Autumn Fair", "Default", "Webinar", "", "d"));
        made.GetProperty("folder").ToString().Should().Be("""{"type":"Folder","value":28,"folderName":"Marketing Programs"}""");
        made.GetProperty("tags").ToString().Should().Be("""[{"tagType":"Region","tagValue":"EMEA"}]""");
        made.GetProperty("costs").ToString().Should().Be("""[{"startDate":"2026-03-01","cost":2000,"note":"stand"}]""");
        (await marketo.AssetAsync("program/byName.json?name=Autumn%20Fair&includeTags=true&includeCosts=true")).Result().Single().ToString().Should().Be(made.ToString());
        var plain = (await marketo.AssetAsync("program/byName.json?name=Autumn%20Fair")).Result().Single();
        (plain.TryGetProperty("tags", out _), plain.TryGetProperty("costs", out _)).Should().Be((false, false));
        (await marketo.AssetIdsAsync("program/byTag.json?tagType=Region&tagValue=EMEA&maxReturn=10&offset=0")).Should().Equal(id);
        (await marketo.AssetAsync("program/byTag.json?tagType=Region&tagValue=EMEA&offset=1")).ShouldFindNothing();
        (await marketo.FormAsync($"program/{id}/delete.json")).Result().Single().ToString().Should().Be($$"""{"id":{{id}}}""");
        (await marketo.AssetAsync($"program/{id}.json")).ShouldFindNothing();
    }

    [Fact]
    [Proves("POST /rest/asset/v1/program/{id}.json", "name", "description", "tags", "tags.tagType", "tags.tagValue", "costs", "costs.cost", "costs.startDate", "costs.note", "costsDestructiveUpdate")]
    public async Task An_update_adds_costs_unless_told_to_replace_them_and_keeps_what_it_does_not_name()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = await marketo.MakeAsync("programs.json", [.. Event, ("costs", """[{"startDate":"2026-03-01","cost":1}]""")]);
        var path = $"program/{id}.json";

        var added = (await marketo.FormAsync(path, ("name", "Autumn Show"), ("tags", """[{"tagType":"Region","tagValue":"APAC"}]"""), ("costs", """[{"startDate":"2026-04-01","cost":2,"note":"n"}]"""))).Result().Single();
        var replaced = (await marketo.FormAsync(path, ("description", "later"), ("costs", """[{"startDate":"2026-05-01","cost":3}]"""), ("costsDestructiveUpdate", "true"))).Result().Single();

        Costs(added).Should().Equal(1, 2);
        Costs(replaced).Should().Equal(3);
        (replaced.Text("name"), replaced.Text("description"), replaced.GetProperty("tags")[0].Text("tagValue")).Should().Be(("Autumn Show", "later", "APAC"));
        await marketo.FormAsync($"program/{id}/delete.json");
    }

    [Fact]
    [Proves("POST /rest/asset/v1/program/{id}.json", "startDate", "endDate")]
    [Proves("POST /rest/asset/v1/program/{id}/approve.json")]
    [Proves("POST /rest/asset/v1/program/{id}/unapprove.json")]
    [Proves("GET /rest/asset/v1/program/{programId}/smartList.json", "includeRules")]
    [Proves("code 704")]
    [Proves("code 709")]
    public async Task An_email_program_has_dates_a_smart_list_and_an_approval()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        var dated = (await marketo.FormAsync("program/1045.json", ("startDate", "2026-03-10T10:00:00Z"), ("endDate", "2026-03-11T10:00:00Z"))).Result().Single();
        (await marketo.FormAsync("program/1045/approve.json")).Result().Single().Id().Should().Be(1045);
        var locked = (await marketo.AssetAsync("program/1045.json")).Result().Single();

        (dated.Text("startDate"), dated.Text("endDate")).Should().Be(("2026-03-10T10:00:00Z", "2026-03-11T10:00:00Z"));
        locked.Text("status").Should().Be("locked");
        (await marketo.FormAsync("program/1045/approve.json")).ShouldFail("709");
        (await marketo.FormAsync("program/1045/unapprove.json")).Result().Single().Id().Should().Be(1045);
        (await marketo.FormAsync("program/1044/approve.json")).ShouldFail("709");
        (await marketo.FormAsync("program/1045.json", ("startDate", "tomorrow"))).ShouldFail("704");
        (await marketo.FormAsync("program/1044.json", ("startDate", "2026-03-10"))).ShouldFail("709");
        var list = (await marketo.AssetAsync("program/1045/smartList.json?includeRules=true")).Result().Single();
        list.GetProperty("rules").GetProperty("filters")[0].GetProperty("conditions")[0].GetProperty("values").ToString().Should().Be("""["Austria"]""");
        (await marketo.AssetAsync("program/1045/smartList.json")).Result().Single().TryGetProperty("rules", out _).Should().BeFalse();
        (await marketo.AssetAsync("program/1044/smartList.json")).ShouldFail("702");
    }

    [Fact]
    [Proves("POST /rest/asset/v1/program/{id}/clone.json", "name", "folder", "folder.id", "folder.type", "description")]
    [Proves("POST /rest/asset/v1/program/{id}/delete.json")]
    public async Task A_clone_has_all_that_is_in_the_program_and_no_members()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        await marketo.FormAsync("folder/1044/tokens.json", ("folderType", "Program"), ("name", "when"), ("type", "text"), ("value", "May"));
        var person = (await marketo.CreateAsync("a@example.invalid"))[0];
        await marketo.PostAsync("/rest/v1/programs/1044/members/status.json", $$"""{"statusName":"Invited","input":[{"leadId":{{person}}}]}""");

        var clone = (await marketo.FormAsync("program/1044/clone.json", ("name", "Autumn Webinar"), ("folder", AssetForms.Programs), ("description", "again"))).Result().Single();
        var content = (await marketo.AssetAsync($"folder/{clone.Id()}/content.json?type=Program")).Result().ToArray();

        (clone.Text("name"), clone.Text("channel"), clone.Text("description")).Should().Be(("Autumn Webinar", "Webinar", "again"));
        content.Select(item => item.Text("type")).Should().Equal("Smart Campaign", "Static List");
        (await marketo.AssetAsync($"folder/{clone.Id()}/tokens.json?folderType=Program")).Result().Single().GetProperty("tokens")[0].Text("value").Should().Be("May");
        var campaign = (await marketo.AssetAsync($"smartCampaign/{content[0].Id()}.json")).Result().Single();
        (campaign.GetProperty("parentProgramId").GetInt32(), campaign.GetProperty("isActive").GetBoolean()).Should().Be((clone.Id(), false));
        (await marketo.GetAsync($"/rest/v1/programs/{clone.Id()}/members.json?filterType=leadId&filterValues={person}")).Result().Should().BeEmpty();
        (await marketo.FormAsync($"program/{clone.Id()}/delete.json")).Result().Single().Id().Should().Be(clone.Id());
        (await marketo.AssetAsync($"smartCampaign/{content[0].Id()}.json")).ShouldFindNothing();
        (await marketo.AssetAsync($"staticList/{content[1].Id()}.json")).ShouldFindNothing();
    }

    [Theory]
    [InlineData("programs.json", "name", "", "701")]
    [InlineData("programs.json", "channel", "", "701")]
    [InlineData("programs.json", "type", "Party", "709")]
    [InlineData("programs.json", "channel", "Smoke Signals", "709")]
    [InlineData("programs.json", "channel", "Nurture", "709")]
    [InlineData("programs.json", "name", "Spring Webinar", "709")]
    [InlineData("programs.json", "folder", """{"id":7777777,"type":"Folder"}""", "710")]
    [InlineData("programs.json", "folder", """{"id":1044,"type":"Program"}""", "711")]
    [InlineData("programs.json", "folder", """{"id":5,"type":"Folder"}""", "711")]
    [InlineData("programs.json", "tags", """[{"tagType":"Region","tagValue":"Mars"}]""", "709")]
    [InlineData("programs.json", "tags", """[{"tagType":"Nonsense","tagValue":"x"}]""", "709")]
    [InlineData("programs.json", "tags", "Region", "1001")]
    [InlineData("programs.json", "costs", """[{"startDate":"2026-03-01"}]""", "701")]
    [InlineData("programs.json", "costs", """[{"startDate":"soon","cost":1}]""", "704")]
    [InlineData("program/7/clone.json", "name", "X", "702")]
    [InlineData("program/1044/clone.json", "name", "Spring Webinar", "709")]
    [InlineData("program/7.json", "name", "X", "702")]
    [InlineData("program/7/delete.json", "name", "X", "702")]
    [InlineData("program/7/approve.json", "name", "X", "702")]
    [Proves("POST /rest/asset/v1/programs.json", "name", "channel", "type", "folder", "tags", "costs")]
    [Proves("POST /rest/asset/v1/program/{id}/clone.json", "name")]
    [Proves("code 701")]
    [Proves("code 702")]
    [Proves("code 704")]
    [Proves("code 709")]
    [Proves("code 710")]
    [Proves("code 711")]
    public async Task A_bad_write_fails_the_call(string path, string name, string value, string code)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.FormAsync(path, [.. Event.Where(field => field.Name != name), (name, value)])).ShouldFail(code);
    }

    [Fact]
    [Proves("POST /rest/asset/v1/programs.json", "tags", "folder")]
    [Proves("code 709")]
    public async Task A_required_tag_is_asked_for_and_a_program_may_be_nested_in_an_engagement_program()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        (string, string)[] nurture = [("name", "Autumn Nurture"), ("folder", AssetForms.Programs), ("type", "Engagement"), ("channel", "Nurture")];

        (await marketo.FormAsync("programs.json", nurture)).ShouldFail("709");
        var outer = (await marketo.FormAsync("programs.json", [.. nurture, ("tags", """[{"tagType":"Owner","tagValue":"Ada"}]""")])).Result().Single();
        var inner = (await marketo.FormAsync("programs.json", [.. Event.Where(field => field.Name != "folder"), ("folder", $$"""{"id":{{outer.Id()}},"type":"Program"}""")])).Result().Single();

        outer.Text("status").Should().Be("off");
        inner.GetProperty("folder").GetProperty("type").GetString().Should().Be("Program");
        await marketo.FormAsync($"program/{outer.Id()}/delete.json");
        (await marketo.AssetAsync($"program/{inner.Id()}.json")).ShouldFindNothing();
    }

    [Theory]
    [InlineData(SfMarketo.MarketoSim.Options.AssetByIdMissing.Warning)]
    [InlineData(SfMarketo.MarketoSim.Options.AssetByIdMissing.Error)]
    [Proves("switch asset.byIdMissing")]
    [Proves("GET /rest/asset/v1/program/{id}.json")]
    [Proves("code 702")]
    [Unverified]
    public async Task An_unknown_id_follows_its_switch(SfMarketo.MarketoSim.Options.AssetByIdMissing setting)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options with { Switches = MarketoHost.Options.Switches with { AssetByIdMissing = setting } });

        var answer = await marketo.AssetAsync("program/7.json");

        if (setting == SfMarketo.MarketoSim.Options.AssetByIdMissing.Error)
        {
            answer.ShouldFail("702", "No data found for a given search scenario");
        }
        else
        {
            answer.ShouldFindNothing();
        }
    }

    private static IEnumerable<int> Costs(JsonElement program) => program.GetProperty("costs").EnumerateArray().Select(cost => cost.GetProperty("cost").GetInt32());
}
