using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Landing Pages")]
public sealed class LandingPageTests
{
    [Fact]
    [Proves("GET /rest/asset/v1/landingPages.json", "status", "maxReturn", "offset", "folder")]
    [Proves("GET /rest/asset/v1/landingPage/byName.json", "name", "status", "maxReturn", "offset")]
    [Proves("GET /rest/asset/v1/landingPage/{id}.json", "status")]
    public async Task Landing_pages_are_browsed_and_found_by_name_and_id()
    {
        await using var marketo = await MarketoHost.StartAsync(AssetExamples.Options);

        (await marketo.AssetIdsAsync("landingPages.json")).Should().Contain([701, 702]);
        (await marketo.AssetIdsAsync("landingPages.json?status=approved")).Should().Contain(701).And.NotContain(702);
        (await marketo.AssetIdsAsync("landingPages.json?maxReturn=1&offset=1&folder=" + Uri.EscapeDataString("""{"id":2,"type":"Folder"}"""))).Should().Equal(702);
        (await marketo.AssetAsync("landingPages.json?folder=" + Uri.EscapeDataString(AssetForms.Webinar))).ShouldFindNothing();
        (await marketo.AssetIdsAsync("landingPage/byName.json?name=Sign%20Up")).Should().Equal(702);
        (await marketo.AssetAsync("landingPage/byName.json?name=Sign%20Up&offset=1&maxReturn=1")).ShouldFindNothing();
        (await marketo.AssetAsync("landingPage/byName.json?name=Sign%20Up&status=approved")).ShouldFindNothing();
        var page = (await marketo.AssetAsync("landingPage/701.json")).Result().Single();
        (page.Text("title"), page.Text("status"), page.Text("robots")).Should().Be(("Talk to us", "approved", "index, nofollow"));
        page.Text("URL").Should().EndWith("/lp/123-ABC-456/Contact%20Us.html");
        (await marketo.AssetAsync("landingPage/701.json?status=draft")).ShouldFindNothing();
    }
}
