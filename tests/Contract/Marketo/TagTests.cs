using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Tags")]
public sealed class TagTests
{
    [Fact]
    [Proves("GET /rest/asset/v1/tagTypes.json", "maxReturn", "offset")]
    [Proves("GET /rest/asset/v1/tagType/byName.json", "name")]
    [Proves("code 701")]
    public async Task Tag_types_are_listed_and_found_by_name_with_their_values()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.AssetAsync("tagTypes.json")).Result().Select(tag => (tag.Text("tagType"), tag.GetProperty("required").GetBoolean())).Should().Contain([("Region", false), ("Owner", true)]);
        (await marketo.AssetAsync("tagTypes.json?maxReturn=1&offset=1")).Result().Should().ContainSingle();
        var region = (await marketo.AssetAsync("tagType/byName.json?name=Region")).Result().Single();
        region.Text("allowableValues").Should().Be("[EMEA, APAC]");
        region.Text("applicableProgramTypes").Should().Contain("event");
        (await marketo.AssetAsync("tagType/byName.json?name=Nonsense")).ShouldFindNothing();
        (await marketo.AssetAsync("tagType/byName.json")).ShouldFail("701", "name cannot be blank");
    }
}
