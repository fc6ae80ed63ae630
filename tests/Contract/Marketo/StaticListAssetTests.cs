using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Static Lists")]
public sealed class StaticListAssetTests
{
    private const string Group = """{"id":5,"type":"Folder"}""";

    [Fact]
    [Proves("POST /rest/asset/v1/staticLists.json", "name", "folder", "folder.id", "folder.type", "description")]
    [Proves("POST /rest/asset/v1/staticList/{id}.json", "name", "description")]
    [Proves("POST /rest/asset/v1/staticList/{id}/delete.json")]
    [Proves("GET /rest/asset/v1/staticList/{id}.json")]
    [Proves("GET /rest/asset/v1/staticList/byName.json", "name")]
    [Proves("POST /rest/v1/lists/{listId}/leads.json", "id")]
    [Proves("code 1013")]
    public async Task A_list_is_made_filled_renamed_and_deleted()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var person = (await marketo.CreateAsync("a@example.invalid"))[0];

        var made = (await marketo.FormAsync("staticLists.json", ("name", "Guests"), ("folder", Group), ("description", "d"))).Result().Single();
        var id = made.Id();

        (made.Text("name"), made.Text("description"), made.Text("workspace")).Should().Be(("Guests", "d", "Default"));
        made.GetProperty("folder").ToString().Should().Be(Group);
        (await marketo.PostAsync($"/rest/v1/lists/{id}/leads.json?id={person}", "")).Result().Single().Text("status").Should().Be("added");
        (await marketo.FormAsync($"staticList/{id}.json", ("name", "Visitors"), ("description", "e"))).Result().Single().Text("name").Should().Be("Visitors");
        (await marketo.AssetAsync("staticList/byName.json?name=Visitors")).Result().Single().Text("description").Should().Be("e");
        (await marketo.GetAsync($"/rest/v1/lists/{id}.json")).Result().Single().Text("name").Should().Be("Visitors");
        (await marketo.FormAsync($"staticList/{id}/delete.json")).Result().Single().ToString().Should().Be($$"""{"id":{{id}}}""");
        (await marketo.AssetAsync($"staticList/{id}.json")).ShouldFindNothing();
        (await marketo.GetAsync($"/rest/v1/lists/{id}.json")).ShouldFail("1013");
    }

    [Fact]
    [Proves("GET /rest/asset/v1/staticLists.json", "folder", "offset", "maxReturn", "earliestUpdatedAt", "latestUpdatedAt")]
    public async Task Lists_are_browsed_by_folder_and_date()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.AssetIdsAsync("staticLists.json")).Should().Contain([9, 3379, 3380]);
        (await marketo.AssetIdsAsync("staticLists.json?folder=" + Uri.EscapeDataString(AssetForms.Webinar))).Should().Equal(3380);
        (await marketo.AssetIdsAsync("staticLists.json?maxReturn=1&offset=1")).Should().ContainSingle();
        (await marketo.AssetAsync("staticLists.json?latestUpdatedAt=2001-01-01T00:00:00Z")).ShouldFindNothing();
        (await marketo.AssetAsync("staticLists.json?earliestUpdatedAt=2099-01-01T00:00:00Z")).ShouldFindNothing();
        (await marketo.AssetAsync("staticLists.json?earliestUpdatedAt=once")).ShouldFail("704");
    }
}
