using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Programs; Channels")]
public sealed class ProgramAssetTests
{
    private const string Warning = """["No assets found for the given search criteria."]""";

    [Fact]
    [Proves("GET /rest/asset/v1/program/{id}.json")]
    [Proves("GET /rest/asset/v1/program/byName.json", "name")]
    [Proves("code 701")]
    public async Task A_program_is_found_by_id_and_name()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        var byId = (await marketo.GetAsync("/rest/asset/v1/program/1044.json")).Result().Single();
        var byName = (await marketo.GetAsync("/rest/asset/v1/program/byName.json?name=Spring%20Webinar")).Result().Single();

        byName.ToString().Should().Be(byId.ToString());
        (byId.Id(), byId.Text("name"), byId.Text("channel"), byId.Text("type"), byId.Text("status")).Should().Be((1044, "Spring Webinar", "Webinar", "Default", ""));
        byId.Text("updatedAt").Should().Be("2026-03-02T12:00:00Z+0000");
        (await marketo.GetAsync("/rest/asset/v1/program/7.json")).GetProperty("warnings").ToString().Should().Be(Warning);
        (await marketo.GetAsync("/rest/asset/v1/program/byName.json?name=Nonsense")).TryGetProperty("result", out _).Should().BeFalse();
        (await marketo.GetAsync("/rest/asset/v1/program/byName.json")).ShouldFail("701", "name cannot be blank");
    }

    [Theory]
    [InlineData("", 20)]
    [InlineData("maxReturn=200", 30)]
    [InlineData("maxReturn=5&offset=28", 2)]
    [InlineData("offset=30", 0)]
    [InlineData("filterType=id&filterValues=2003,2004,7", 2)]
    [InlineData("status=on", 1)]
    [InlineData("earliestUpdatedAt=2026-03-02T12:00:00Z&latestUpdatedAt=2026-03-03T12:00:00Z", 20)]
    [InlineData("earliestUpdatedAt=2026-03-02T12:00:01Z", 0)]
    [Proves("GET /rest/asset/v1/programs.json", "maxReturn", "offset", "filterType", "filterValues", "status", "earliestUpdatedAt", "latestUpdatedAt")]
    [SimulatorOnly]
    public async Task Programs_are_browsed_by_offset_and_filter(string query, int found)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options with
        {
            Programs = [.. Enumerable.Range(2001, 30).Select(id => new SfMarketo.MarketoSim.Programs.MarketoProgram(id, $"Program {id}", "Webinar") { Status = id == 2007 ? "on" : "" })],
            Campaigns = [],
        });

        var answer = await marketo.GetAsync("/rest/asset/v1/programs.json?" + query);

        if (found == 0)
        {
            answer.GetProperty("warnings").ToString().Should().Be(Warning);
            answer.TryGetProperty("result", out _).Should().BeFalse();
        }
        else
        {
            answer.Result().Should().HaveCount(found);
        }
    }

    [Theory]
    [InlineData("filterType=name&filterValues=x", "1011")]
    [InlineData("filterType=id", "701")]
    [InlineData("maxReturn=many", "1001")]
    [InlineData("earliestUpdatedAt=yesterday", "704")]
    [Proves("GET /rest/asset/v1/programs.json", "filterType", "filterValues", "maxReturn", "earliestUpdatedAt")]
    [Proves("code 1001")]
    [Proves("code 1011")]
    [Proves("code 701")]
    [Proves("code 704")]
    public async Task A_bad_query_fails_the_call(string query, string code)
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.GetAsync("/rest/asset/v1/programs.json?" + query)).ShouldFail(code);
    }

    [Fact]
    [Proves("GET /rest/asset/v1/channels.json", "maxReturn", "offset")]
    [Proves("GET /rest/asset/v1/channel/byName.json", "name")]
    public async Task Channels_show_their_steps()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        var all = (await marketo.GetAsync("/rest/asset/v1/channels.json")).Result().Single(channel => channel.Text("name") == "Webinar");
        var named = (await marketo.GetAsync("/rest/asset/v1/channel/byName.json?name=Webinar")).Result().Single();

        named.ToString().Should().Be(all.ToString());
        (await marketo.GetAsync("/rest/asset/v1/channels.json?maxReturn=1&offset=1")).Result().Single().Text("name").Should().NotBe("Webinar");
        named.GetProperty("progressionStatuses").EnumerateArray().Select(status => (status.Text("name"), status.GetProperty("step").GetInt32(), status.GetProperty("success").GetBoolean()))
            .Should().Equal(("Not in Program", 0, false), ("Invited", 10, false), ("Registered", 20, false), ("Attended", 30, true));
        (await marketo.GetAsync("/rest/asset/v1/channel/byName.json?name=Nonsense")).GetProperty("warnings").ToString().Should().Be(Warning);
    }
}
