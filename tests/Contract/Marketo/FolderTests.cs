using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Folders")]
public sealed class FolderTests
{
    [Fact]
    [Proves("POST /rest/asset/v1/folders.json", "name", "parent", "parent.id", "parent.type", "description")]
    [Proves("GET /rest/asset/v1/folder/{id}.json", "type")]
    [Proves("GET /rest/asset/v1/folder/byName.json", "name", "type", "root", "workSpace")]
    [Proves("POST /rest/asset/v1/folder/{id}/delete.json", "type")]
    public async Task A_folder_is_made_found_and_deleted()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        var made = (await marketo.FormAsync("folders.json", ("name", "Q3 Events"), ("parent", AssetForms.Programs), ("description", "of the third quarter"))).Result().Single();
        var id = made.Id();

        (made.Text("name"), made.Text("description"), made.Text("workspace")).Should().Be(("Q3 Events", "of the third quarter", "Default"));
        made.GetProperty("folderId").ToString().Should().Be($$"""{"id":{{id}},"type":"Folder"}""");
        made.GetProperty("parent").ToString().Should().Be(AssetForms.Programs);
        made.Text("path").Should().EndWith("/Marketing Programs/Q3 Events");
        made.Text("createdAt").Should().EndWith("Z+0000");
        (await marketo.AssetAsync($"folder/{id}.json?type=Folder")).Result().Single().ToString().Should().Be(made.ToString());
        (await marketo.AssetIdsAsync("folder/byName.json?name=Q3%20Events&type=Folder&workSpace=Default&root=" + Uri.EscapeDataString(AssetForms.Programs))).Should().Equal(id);
        (await marketo.AssetAsync("folder/byName.json?name=Q3%20Events&workSpace=Europe")).ShouldFindNothing();
        (await marketo.FormAsync($"folder/{id}/delete.json", ("type", "Folder"))).Result().Single().ToString().Should().Be($$"""{"id":{{id}}}""");
        (await marketo.AssetAsync($"folder/{id}.json?type=Folder")).ShouldFindNothing();
    }

    [Fact]
    [Proves("POST /rest/asset/v1/folder/{id}.json", "type", "name", "description", "isArchive")]
    public async Task A_folder_is_renamed_and_archived()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = await marketo.MakeAsync("folders.json", ("name", "Old"), ("parent", AssetForms.Programs));

        var after = (await marketo.FormAsync($"folder/{id}.json", ("type", "Folder"), ("name", "New"), ("description", "d"), ("isArchive", "true"))).Result().Single();

        (after.Text("name"), after.Text("description"), after.GetProperty("isArchive").GetBoolean()).Should().Be(("New", "d", true));
        (await marketo.AssetAsync("folder/byName.json?name=Old")).ShouldFindNothing();
        await marketo.FormAsync($"folder/{id}/delete.json", ("type", "Folder"));
    }

    [Fact]
    [Proves("GET /rest/asset/v1/folder/{id}.json", "type")]
    [Proves("POST /rest/asset/v1/folder/{id}.json", "type", "description")]
    [Proves("GET /rest/asset/v1/folder/{id}/content.json", "type", "maxReturn", "offset")]
    public async Task A_program_is_a_folder_too()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        var program = (await marketo.AssetAsync("folder/1044.json?type=Program")).Result().Single();
        var content = (await marketo.AssetAsync("folder/1044/content.json?type=Program")).Result().Select(item => (item.Text("type"), item.Id())).ToList();

        (program.Text("name"), program.Text("folderType")).Should().Be(("Spring Webinar", "Marketing Program"));
        program.GetProperty("folderId").ToString().Should().Be(AssetForms.Webinar);
        content.Should().Contain([("Smart Campaign", 3712), ("Static List", 3380)]);
        (await marketo.AssetAsync("folder/1044/content.json?type=Program&maxReturn=1&offset=1")).Result().Single().Id().Should().Be(content[1].Item2);
        (await marketo.FormAsync("folder/1044.json", ("type", "Program"), ("description", "told"))).Result().Single().Text("description").Should().Be("told");
        (await marketo.AssetAsync("program/1044.json")).Result().Single().Text("description").Should().Be("told");
        await marketo.FormAsync("program/1044.json", ("description", ""));
    }

    [Fact]
    [Proves("GET /rest/asset/v1/folders.json", "root", "maxDepth", "maxReturn", "offset", "workSpace")]
    public async Task The_tree_is_browsed_from_a_root_to_a_depth()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var outer = await marketo.MakeAsync("folders.json", ("name", "Outer"), ("parent", AssetForms.Programs));
        var inner = await marketo.MakeAsync("folders.json", ("name", "Inner"), ("parent", $$"""{"id":{{outer}},"type":"Folder"}"""));
        var root = Uri.EscapeDataString($$"""{"id":{{outer}},"type":"Folder"}""");

        (await marketo.AssetIdsAsync($"folders.json?root={root}")).Should().Equal(outer, inner);
        (await marketo.AssetIdsAsync($"folders.json?root={root}&maxDepth=1")).Should().Equal(outer);
        (await marketo.AssetIdsAsync($"folders.json?root={root}&maxReturn=1&offset=1")).Should().Equal(inner);
        (await marketo.AssetAsync($"folders.json?root={root}&workSpace=Europe")).ShouldFindNothing();
        (await marketo.AssetAsync("folders.json")).Result().Select(folder => folder.Text("name")).Should().Contain(["Marketing Activities", "Lead Database"]);
        (await marketo.FormAsync($"folder/{outer}/delete.json", ("type", "Folder"))).ShouldFail("709");
        await marketo.FormAsync($"folder/{inner}/delete.json", ("type", "Folder"));
        await marketo.FormAsync($"folder/{outer}/delete.json", ("type", "Folder"));
    }

    [Theory]
    [InlineData("folders.json", "name=", "701")]
    [InlineData("folders.json", "name=X", "701")]
    [InlineData("folders.json", "name=X&parent={}", "701")]
    [InlineData("folders.json", "name=X&parent=nonsense", "1001")]
    [InlineData("folders.json", """name=X&parent={"id":28,"type":"Drawer"}""", "711")]
    [InlineData("folders.json", """name=X&parent={"id":999999,"type":"Folder"}""", "710")]
    [InlineData("folder/1044/delete.json", "type=Program", "711")]
    [InlineData("folder/999999/delete.json", "type=Folder", "702")]
    [InlineData("folder/999999.json", "type=Folder&name=X", "702")]
    [InlineData("folder/28.json", "name=X", "701")]
    [InlineData("folder/28.json", "type=Folder&isArchive=maybe", "1001")]
    [Proves("POST /rest/asset/v1/folders.json", "name", "parent", "parent.id", "parent.type")]
    [Proves("POST /rest/asset/v1/folder/{id}.json", "type", "isArchive")]
    [Proves("POST /rest/asset/v1/folder/{id}/delete.json", "type")]
    [Proves("code 701")]
    [Proves("code 702")]
    [Proves("code 710")]
    [Proves("code 711")]
    [Proves("code 1001")]
    public async Task A_bad_write_fails_the_call(string path, string body, string code)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.SendAsync(HttpMethod.Post, "/rest/asset/v1/" + path, body, "application/x-www-form-urlencoded")).ShouldFail(code);
    }

    [Fact]
    [Proves("POST /rest/asset/v1/folders.json", "name")]
    [Proves("POST /rest/asset/v1/folder/{id}/delete.json", "type")]
    [Proves("code 709")]
    [Proves("code 612")]
    public async Task A_taken_name_and_a_folder_of_Marketos_own_break_a_business_rule_and_bodies_are_forms()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        var id = await marketo.MakeAsync("folders.json", ("name", "Once"), ("parent", AssetForms.Programs));
        var system = (await marketo.AssetAsync("folder/byName.json?name=Marketing%20Activities")).Result().First().Id();

        (await marketo.FormAsync("folders.json", ("name", "Once"), ("parent", AssetForms.Programs))).ShouldFail("709");
        (await marketo.FormAsync($"folder/{system}/delete.json", ("type", "Folder"))).ShouldFail("709");
        (await marketo.PostAsync("/rest/asset/v1/folders.json", """{"name":"X"}""")).ShouldFail("612");
        await marketo.FormAsync($"folder/{id}/delete.json", ("type", "Folder"));
    }

    [Fact]
    [Proves("GET /rest/asset/v1/folder/{id}/tokens.json", "folderType")]
    [Proves("POST /rest/asset/v1/folder/{id}/tokens.json", "folderType", "name", "type", "value")]
    [Proves("POST /rest/asset/v1/folder/{id}/tokens/delete.json", "folderType", "name", "type")]
    [Proves("code 701")]
    [Proves("code 702")]
    [Proves("code 709")]
    public async Task Tokens_are_set_changed_listed_and_deleted()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);
        (string, string)[] token = [("folderType", "Program"), ("name", "greeting"), ("type", "text")];

        (await marketo.FormAsync("folder/1044/tokens.json", [.. token, ("value", "Hello")])).Result().Single().GetProperty("tokens")[0].Text("value").Should().Be("Hello");
        await marketo.FormAsync("folder/1044/tokens.json", [.. token, ("value", "Good day")]);
        var listed = (await marketo.AssetAsync("folder/1044/tokens.json?folderType=Program")).Result().Single();

        listed.GetProperty("folder").ToString().Should().Be("""{"type":"Program","value":1044,"folderName":"Spring Webinar"}""");
        listed.GetProperty("tokens").EnumerateArray().Select(one => (one.Text("name"), one.Text("type"), one.Text("value"))).Should().Equal(("greeting", "text", "Good day"));
        (await marketo.FormAsync("folder/1044/tokens.json", token)).ShouldFail("701", "value cannot be blank");
        (await marketo.FormAsync("folder/1044/tokens.json", ("folderType", "Program"), ("name", new string('x', 51)), ("type", "text"), ("value", "v"))).ShouldFail("701");
        (await marketo.FormAsync("folder/1044/tokens.json", ("folderType", "Program"), ("name", "n"), ("type", "poem"), ("value", "v"))).ShouldFail("709");
        (await marketo.FormAsync("folder/1044/tokens/delete.json", token)).Result().Single().Id().Should().Be(1044);
        (await marketo.FormAsync("folder/1044/tokens/delete.json", token)).ShouldFail("702");
        (await marketo.AssetAsync("folder/1044/tokens.json?folderType=Program")).ShouldFindNothing();
    }
}
