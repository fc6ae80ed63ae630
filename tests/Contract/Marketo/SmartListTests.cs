using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Smart Lists")]
public sealed class SmartListTests
{
    private const string Group = """{"id":6,"type":"Folder"}""";

    [Fact]
    [Proves("GET /rest/asset/v1/smartLists.json", "folder", "offset", "maxReturn", "earliestUpdatedAt", "latestUpdatedAt")]
    [Proves("GET /rest/asset/v1/smartList/byName.json", "name")]
    [Proves("GET /rest/asset/v1/smartList/{id}.json", "includeRules")]
    public async Task Smart_lists_are_browsed_and_shown_with_their_rules()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.AssetIdsAsync("smartLists.json")).Should().Contain(5201);
        (await marketo.AssetIdsAsync("smartLists.json?maxReturn=1&folder=" + Uri.EscapeDataString(Group))).Should().Equal(5201);
        (await marketo.AssetAsync("smartLists.json?folder=" + Uri.EscapeDataString(AssetForms.Webinar))).ShouldFindNothing();
        (await marketo.AssetAsync("smartLists.json?offset=1000")).ShouldFindNothing();
        (await marketo.AssetAsync("smartLists.json?earliestUpdatedAt=2099-01-01T00:00:00Z")).ShouldFindNothing();
        (await marketo.AssetAsync("smartLists.json?latestUpdatedAt=2001-01-01T00:00:00Z")).ShouldFindNothing();
        (await marketo.AssetIdsAsync("smartList/byName.json?name=Austrians")).Should().Equal(5201);
        var plain = (await marketo.AssetAsync("smartList/5201.json")).Result().Single();
        var rules = (await marketo.AssetAsync("smartList/5201.json?includeRules=true")).Result().Single().GetProperty("rules");
        plain.TryGetProperty("rules", out _).Should().BeFalse();
        rules.Text("filterMatchType").Should().Be("All");
        rules.GetProperty("filters").EnumerateArray().Select(filter => (filter.Text("name"), filter.Text("operator"), filter.GetProperty("conditions")[0].GetProperty("values")[0].GetString()))
            .Should().Equal(("Country", "is", "Austria"), ("Member of List", "not in", "Acquisition Suppression"));
    }

    [Fact]
    [Proves("POST /rest/asset/v1/smartList/{id}/clone.json", "name", "folder", "folder.id", "folder.type", "description")]
    [Proves("POST /rest/asset/v1/smartList/{id}/delete.json")]
    [Proves("code 701")]
    [Proves("code 702")]
    [Proves("code 709")]
    [Proves("code 710")]
    [Proves("code 711")]
    public async Task A_smart_list_is_cloned_and_deleted()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        var clone = (await marketo.FormAsync("smartList/5201/clone.json", ("name", "Austrians 2"), ("folder", AssetForms.Webinar), ("description", "d"))).Result().Single();

        (clone.Text("name"), clone.Text("description")).Should().Be(("Austrians 2", "d"));
        clone.GetProperty("folder").ToString().Should().Be(AssetForms.Webinar);
        (await marketo.FormAsync("smartList/5201/clone.json", ("name", "Austrians 2"), ("folder", Group))).ShouldFail("709");
        (await marketo.FormAsync("smartList/5201/clone.json", ("name", "X"), ("folder", AssetForms.Programs))).ShouldFail("711");
        (await marketo.FormAsync("smartList/5201/clone.json", ("name", "X"), ("folder", """{"id":7777777,"type":"Folder"}"""))).ShouldFail("710");
        (await marketo.FormAsync("smartList/5201/clone.json", ("folder", Group))).ShouldFail("701");
        (await marketo.FormAsync($"smartList/{clone.Id()}/delete.json")).Result().Single().Id().Should().Be(clone.Id());
        (await marketo.FormAsync($"smartList/{clone.Id()}/delete.json")).ShouldFail("702");
        (await marketo.AssetAsync($"smartList/{clone.Id()}.json")).ShouldFindNothing();
    }
}
