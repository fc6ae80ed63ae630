using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo.Activities;

[Source("Marketo REST API, Activities: custom activity types")]
public sealed class CustomActivityTypeTests
{
    private const string Name = "simGamePlayed";

    [Fact]
    [Proves("POST /rest/v1/activities/external/type.json", "apiName", "description", "filterName", "name", "primaryAttribute", "primaryAttribute.apiName", "primaryAttribute.dataType", "primaryAttribute.description", "primaryAttribute.isPrimary", "primaryAttribute.name", "triggerName")]
    [Proves("GET /rest/v1/activities/external/types.json")]
    public async Task A_new_type_is_a_draft_and_in_the_list_but_no_activity_type_yet()
    {
        await using var marketo = await MarketoHost.StartAsync();

        var made = (await CustomTypes.CreateAsync(marketo, Name)).Result().Single();
        var listed = (await marketo.GetAsync("/rest/v1/activities/external/types.json")).Result().Single(type => type.Text("apiName") == Name);
        var types = (await marketo.GetAsync("/rest/v1/activities/types.json")).Result().Select(type => type.Id()).ToList();
        await CustomTypes.DoAsync(marketo, Name, "delete");

        made.ToString().Should().MatchRegex("""
            ^\{"id":\d+,"apiName":"simGamePlayed","name":"Game Played","description":"Games of the site","triggerName":"Plays a Game","filterName":"Played a Game","status":"draft","primaryAttribute":\{"apiName":"game","name":"Game","description":"Which","dataType":"string","isPrimary":true},"attributes":\[],"createdAt":"[^"]+","updatedAt":"[^"]+"}$
            """);
        listed.Id().Should().Be(made.Id()).And.BeGreaterThan(100_000);
        types.Should().NotContain(made.Id());
    }

    [Fact]
    [Proves("POST /rest/v1/activities/external/type/{apiName}/approve.json")]
    [Proves("POST /rest/v1/activities/external/type/{apiName}/delete.json")]
    [Proves("GET /rest/v1/activities/types.json")]
    public async Task An_approved_type_is_among_the_activity_types_until_it_is_deleted()
    {
        await using var marketo = await MarketoHost.StartAsync();

        var id = await CustomTypes.ApprovedAsync(marketo, Name);
        var shown = (await marketo.GetAsync("/rest/v1/activities/types.json")).Result().Single(type => type.Id() == id);
        var deleted = (await CustomTypes.DoAsync(marketo, Name, "delete")).Result().Single();
        var after = (await marketo.GetAsync("/rest/v1/activities/types.json")).Result().Select(type => type.Id()).ToList();

        shown.ToString().Should().StartWith($$$"""{"id":{{{id}}},"name":"Game Played","apiName":"simGamePlayed","primaryAttribute":{"name":"Game","apiName":"game","dataType":"string"},"attributes":[{"name":"URL","apiName":"uRL","dataType":"link"},""");
        deleted.Text("status").Should().Be("deleted");
        after.Should().NotContain(id);
    }

    [Fact]
    [Proves("POST /rest/v1/activities/external/type/{apiName}.json", "apiName", "description", "filterName", "name", "primaryAttribute", "primaryAttribute.apiName", "primaryAttribute.dataType", "primaryAttribute.description", "primaryAttribute.isPrimary", "primaryAttribute.name", "triggerName")]
    [Proves("GET /rest/v1/activities/external/type/{apiName}/describe.json", "draft")]
    [Proves("POST /rest/v1/activities/external/type/{apiName}/discardDraft.json")]
    public async Task An_update_is_one_of_the_draft_which_may_be_discarded_or_approved()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await CustomTypes.ApprovedAsync(marketo, Name);

        var updated = (await marketo.PostAsync($"{CustomTypes.Path}/{Name}.json", CustomTypes.Body(Name, "Match Played"))).Result().Single();
        var live = (await CustomTypes.DescribeAsync(marketo, Name)).Result().Single();
        var draft = (await CustomTypes.DescribeAsync(marketo, Name, "?draft=true")).Result().Single();
        var discarded = (await CustomTypes.DoAsync(marketo, Name, "discardDraft")).Result().Single();
        await marketo.PostAsync($"{CustomTypes.Path}/{Name}.json", """{"name":"Round Played"}""");
        var approved = (await CustomTypes.DoAsync(marketo, Name, "approve")).Result().Single();
        await CustomTypes.DoAsync(marketo, Name, "delete");

        (updated.Text("name"), updated.Text("status")).Should().Be(("Match Played", "approved with draft"));
        live.Text("name").Should().Be("Game Played");
        draft.Text("name").Should().Be("Match Played");
        (discarded.Text("name"), discarded.Text("status")).Should().Be(("Game Played", "approved"));
        (approved.Text("name"), approved.Text("status"), approved.Text("filterName")).Should().Be(("Round Played", "approved", "Played a Game"));
    }

    [Fact]
    [Proves("POST /rest/v1/activities/external/type/{apiName}/attributes/create.json", "attributes", "attributes.apiName", "attributes.dataType", "attributes.description", "attributes.isPrimary", "attributes.name")]
    [Proves("POST /rest/v1/activities/external/type/{apiName}/attributes/update.json", "attributes", "attributes.apiName", "attributes.dataType", "attributes.description", "attributes.isPrimary", "attributes.name")]
    [Proves("POST /rest/v1/activities/external/type/{apiName}/attributes/delete.json", "attributes", "attributes.apiName", "attributes.dataType", "attributes.description", "attributes.isPrimary", "attributes.name")]
    public async Task Attributes_of_the_draft_are_made_changed_and_deleted_by_their_apiName()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await CustomTypes.CreateAsync(marketo, Name);

        var made = await CustomTypes.DoAsync(marketo, Name, "attributes/create", """{"attributes":[{"apiName":"score","name":"Score","dataType":"integer","description":"Points","isPrimary":false},{"apiName":"level","name":"Level"}]}""");
        var changed = await CustomTypes.DoAsync(marketo, Name, "attributes/update", """{"attributes":[{"apiName":"score","name":"Points","dataType":"float","description":"All","isPrimary":false}]}""");
        var turned = await CustomTypes.DoAsync(marketo, Name, "attributes/update", """{"attributes":[{"apiName":"level","name":"Level","isPrimary":true}]}""");
        var deleted = await CustomTypes.DoAsync(marketo, Name, "attributes/delete", """{"attributes":[{"apiName":"score","name":"Points","dataType":"float","description":"All","isPrimary":false}]}""");
        await CustomTypes.DoAsync(marketo, Name, "delete");

        made.Result().Single().GetProperty("attributes").ToString().Should()
            .Be("""[{"apiName":"score","name":"Score","description":"Points","dataType":"integer"},{"apiName":"level","name":"Level","dataType":"string"}]""");
        changed.Result().Single().GetProperty("attributes")[0].ToString().Should().Be("""{"apiName":"score","name":"Points","description":"All","dataType":"float"}""");
        turned.Result().Single().GetProperty("primaryAttribute").Text("apiName").Should().Be("level");
        deleted.Result().Single().GetProperty("attributes").EnumerateArray().Select(attribute => attribute.Text("apiName")).Should().Equal("game");
    }

    [Theory]
    [InlineData(".json", "{}", "1002")]
    [InlineData(".json", """{"apiName":"a","name":"A","triggerName":"t","filterName":"f"}""", "1002")]
    [InlineData(".json", """{"apiName":"1","name":"A","triggerName":"t","filterName":"f","primaryAttribute":{"apiName":"p","name":"P"}}""", "1003")]
    [InlineData(".json", """{"apiName":"a","name":"A","triggerName":"t","filterName":"f","primaryAttribute":{"apiName":"p","name":"P","dataType":"colour"}}""", "1001")]
    [InlineData(".json", """{"apiName":"simGamePlayed","name":"A","triggerName":"t","filterName":"f","primaryAttribute":{"apiName":"p","name":"P"}}""", "1017")]
    [InlineData(".json", """{"apiName":"a",""", "609")]
    [InlineData(".json", """{"apiName":"\uD800"}""", "609")]
    [InlineData(".json", """[]""", "609")]
    [InlineData("/nonsense.json", "{}", "1013")]
    [InlineData("/simGamePlayed.json", """{"apiName":"other"}""", "1003")]
    [InlineData("/simGamePlayed.json", """{"primaryAttribute":5}""", "1002")]
    [InlineData("/simGamePlayed/discardDraft.json", "{}", "1003")]
    [InlineData("/nonsense/approve.json", "{}", "1013")]
    [InlineData("/simGamePlayed/attributes/create.json", "{}", "1002")]
    [InlineData("/simGamePlayed/attributes/create.json", """{"attributes":[7]}""", "1002")]
    [InlineData("/simGamePlayed/attributes/create.json", """{"attributes":[{"apiName":"game","name":"Game"}]}""", "1017")]
    [InlineData("/simGamePlayed/attributes/update.json", """{"attributes":[{"apiName":"absent","name":"Absent"}]}""", "1006")]
    [InlineData("/simGamePlayed/attributes/delete.json", """{"attributes":[{"apiName":"absent"}]}""", "1006")]
    [Proves("code 609")]
    [Proves("code 1001")]
    [Proves("code 1002")]
    [Proves("code 1003")]
    [Proves("code 1006")]
    [Proves("code 1013")]
    [Proves("code 1017")]
    [Unverified]
    public async Task A_bad_body_fails_the_call_and_changes_nothing(string path, string body, string code)
    {
        await using var marketo = await MarketoHost.StartAsync();
        await CustomTypes.CreateAsync(marketo, Name);
        var before = (await CustomTypes.DescribeAsync(marketo, Name, "?draft=true")).GetProperty("result").ToString();

        var answer = await marketo.PostAsync(CustomTypes.Path + path, body);
        var after = (await CustomTypes.DescribeAsync(marketo, Name, "?draft=true")).GetProperty("result").ToString();
        await CustomTypes.DoAsync(marketo, Name, "delete");

        answer.ShouldFail(code);
        after.Should().Be(before);
    }

    [Fact]
    [Proves("GET /rest/v1/activities/external/type/{apiName}/describe.json", "draft")]
    [Proves("code 1001")]
    [Proves("code 1013")]
    [Unverified]
    public async Task Only_an_approved_type_has_a_live_version_to_describe()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await CustomTypes.CreateAsync(marketo, Name);

        var live = await CustomTypes.DescribeAsync(marketo, Name);
        var wrong = await CustomTypes.DescribeAsync(marketo, Name, "?draft=perhaps");
        await CustomTypes.DoAsync(marketo, Name, "delete");

        live.ShouldFail("1013");
        wrong.ShouldFail("1001");
    }

    [Fact]
    [Proves("code 1027")]
    [SimulatorOnly("an instance elsewhere may have types of its own")]
    public async Task An_eleventh_type_is_refused()
    {
        await using var marketo = await MarketoHost.StartAsync();
        for (var number = 0; number < 10; number++)
        {
            (await CustomTypes.CreateAsync(marketo, "type" + number)).Result().Should().ContainSingle();
        }

        (await CustomTypes.CreateAsync(marketo, "type10")).ShouldFail("1027", "Max Activity Type Limit Reached");
        await CustomTypes.DoAsync(marketo, "type3", "delete");

        (await CustomTypes.CreateAsync(marketo, "type10")).Result().Should().ContainSingle();
    }

    [Fact]
    [Proves("POST /rest/v1/activities/external/type/{apiName}/attributes/create.json", "attributes")]
    [Proves("code 1028")]
    public async Task A_type_has_at_most_20_secondary_attributes()
    {
        await using var marketo = await MarketoHost.StartAsync();
        await CustomTypes.CreateAsync(marketo, Name);
        var twenty = string.Join(',', Enumerable.Range(1, 20).Select(number => $$"""{"apiName":"a{{number}}","name":"A{{number}}"}"""));

        var full = await CustomTypes.DoAsync(marketo, Name, "attributes/create", $$"""{"attributes":[{{twenty}}]}""");
        var over = await CustomTypes.DoAsync(marketo, Name, "attributes/create", """{"attributes":[{"apiName":"a21","name":"A21"}]}""");
        await CustomTypes.DoAsync(marketo, Name, "delete");

        full.Result().Single().GetProperty("attributes").GetArrayLength().Should().Be(20);
        over.ShouldFail("1028", "Max field limit reached");
    }

    [Fact]
    [Proves("code 603")]
    [SimulatorOnly("roles of its own")]
    public async Task The_metadata_has_permissions_of_its_own()
    {
        var reader = MarketoHost.Options with { Credentials = [MarketoHost.Options.Credentials[0] with { Permissions = MarketoPermissions.ReadWriteActivity | MarketoPermissions.ReadActivityMetadata }] };
        await using var marketo = await MarketoHost.StartAsync(reader);

        (await CustomTypes.CreateAsync(marketo, Name)).ShouldFail("603");
        (await marketo.GetAsync("/rest/v1/activities/external/types.json")).Result().Should().BeEmpty();
    }
}
