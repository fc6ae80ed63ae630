using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Smart Campaigns")]
public sealed class SmartCampaignTests
{
    [Fact]
    [Proves("POST /rest/asset/v1/smartCampaigns.json", "name", "folder", "folder.id", "folder.type", "description")]
    [Proves("GET /rest/asset/v1/smartCampaign/{id}.json")]
    [Proves("GET /rest/asset/v1/smartCampaign/byName.json", "name")]
    [Proves("POST /rest/asset/v1/smartCampaign/{id}.json", "name", "description")]
    [Proves("POST /rest/asset/v1/smartCampaign/{id}/delete.json")]
    public async Task A_campaign_is_made_without_smart_list_changed_and_deleted()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        var made = (await marketo.FormAsync("smartCampaigns.json", ("name", "Cleaning"), ("folder", AssetForms.Webinar), ("description", "d"))).Result().Single();
        var path = $"smartCampaign/{made.Id()}";

        (made.Text("type"), made.Text("status"), made.Text("qualificationRuleType"), made.GetProperty("parentProgramId").GetInt32()).Should().Be(("default", "Never Run", "once", 1044));
        (made.GetProperty("isActive").GetBoolean(), made.GetProperty("isRequestable").GetBoolean(), made.GetProperty("isSystem").GetBoolean()).Should().Be((false, false, false));
        made.GetProperty("folder").ToString().Should().Be(AssetForms.Webinar);
        (await marketo.AssetAsync("smartCampaign/byName.json?name=Cleaning")).Result().Single().ToString().Should().Be(made.ToString());
        (await marketo.FormAsync(path + ".json", ("name", "Scrubbing"), ("description", "e"))).Result().Single().Text("name").Should().Be("Scrubbing");
        (await marketo.AssetAsync(path + ".json")).Result().Single().Text("description").Should().Be("e");
        (await marketo.FormAsync(path + "/delete.json")).Result().Single().Id().Should().Be(made.Id());
        (await marketo.AssetAsync(path + ".json")).ShouldFindNothing();
        (await marketo.AssetAsync("smartCampaign/byName.json?name=Scrubbing")).ShouldFindNothing();
    }

    [Fact]
    [Proves("GET /rest/asset/v1/smartCampaigns.json", "maxReturn", "offset", "folder", "earliestUpdatedAt", "latestUpdatedAt", "isActive")]
    public async Task Campaigns_are_browsed_by_folder_date_and_activity()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.AssetIdsAsync("smartCampaigns.json")).Should().Contain([3712, 3713, 3714]);
        (await marketo.AssetIdsAsync("smartCampaigns.json?isActive=true")).Should().Contain(3712).And.NotContain([3713, 3714]);
        (await marketo.AssetIdsAsync("smartCampaigns.json?folder=" + Uri.EscapeDataString(AssetForms.Webinar))).Should().Equal(3712);
        (await marketo.AssetIdsAsync("smartCampaigns.json?maxReturn=1&offset=1")).Should().ContainSingle();
        (await marketo.AssetAsync("smartCampaigns.json?latestUpdatedAt=2001-01-01T00:00:00Z")).ShouldFindNothing();
        (await marketo.AssetAsync("smartCampaigns.json?earliestUpdatedAt=2099-01-01T00:00:00Z")).ShouldFindNothing();
        (await marketo.AssetAsync("smartCampaigns.json?isActive=perhaps")).ShouldFail("1001");
    }

    [Fact]
    [Proves("POST /rest/asset/v1/smartCampaign/{id}/activate.json")]
    [Proves("POST /rest/asset/v1/smartCampaign/{id}/deactivate.json")]
    [Proves("POST /rest/asset/v1/smartCampaign/{id}/clone.json", "name", "folder", "folder.id", "folder.type", "description")]
    [Proves("POST /rest/v1/campaigns/{campaignId}/trigger.json", "input")]
    [Proves("code 709")]
    public async Task A_clone_sleeps_until_it_is_activated_and_an_active_one_is_not_deleted()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var person = (await marketo.CreateAsync("a@example.invalid"))[0];
        var request = $$$"""{"input":{"leads":[{"id":{{{person}}}}]}}""";

        var clone = (await marketo.FormAsync("smartCampaign/3712/clone.json", ("name", "Suppression 2"), ("folder", AssetForms.Webinar), ("description", "copy"))).Result().Single();
        var (path, trigger) = ($"smartCampaign/{clone.Id()}", $"/rest/v1/campaigns/{clone.Id()}/trigger.json");

        (clone.Text("type"), clone.Text("status"), clone.Text("description")).Should().Be(("trigger", "Inactive", "copy"));
        (await marketo.PostAsync(trigger, request)).ShouldFail("1003");
        (await marketo.FormAsync(path + "/deactivate.json")).ShouldFail("709");
        (await marketo.FormAsync(path + "/activate.json")).Result().Single().Id().Should().Be(clone.Id());
        (await marketo.FormAsync(path + "/activate.json")).ShouldFail("709");
        (await marketo.AssetAsync(path + ".json")).Result().Single().GetProperty("isRequestable").GetBoolean().Should().BeTrue();
        (await marketo.PostAsync(trigger, request)).Result().Single().Id().Should().Be(clone.Id());
        (await marketo.FieldAsync(person, "leadScore")).Should().Be("5");
        (await marketo.FormAsync(path + "/delete.json")).ShouldFail("709");
        (await marketo.FormAsync(path + "/deactivate.json")).Result().Single().Id().Should().Be(clone.Id());
        (await marketo.FormAsync(path + "/delete.json")).Result().Single().Id().Should().Be(clone.Id());
        (await marketo.PostAsync(trigger, request)).ShouldFail("1013", "Campaign not found");
    }

    [Fact]
    [Proves("GET /rest/asset/v1/smartCampaign/{id}/smartList.json", "includeRules")]
    [Proves("code 702")]
    public async Task The_smart_list_of_a_campaign_shows_its_rules()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        var list = (await marketo.AssetAsync("smartCampaign/3712/smartList.json?includeRules=true")).Result().Single();

        list.GetProperty("rules").GetProperty("triggers").ToString().Should().Be("""["Campaign is Requested"]""");
        list.Id().Should().Be((await marketo.AssetAsync("smartCampaign/3712.json")).Result().Single().GetProperty("smartListId").GetInt32());
        (await marketo.AssetAsync("smartCampaign/3712/smartList.json")).Result().Single().TryGetProperty("rules", out _).Should().BeFalse();
        (await marketo.AssetAsync("smartCampaign/7/smartList.json")).ShouldFail("702");
    }
}
