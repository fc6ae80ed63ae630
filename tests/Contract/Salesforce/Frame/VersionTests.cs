using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Frame;

/// <summary>What versions have, and sizes of requests.</summary>
[Source("Salesforce REST API Developer Guide, API End-of-Life; Status Codes and Error Responses")]
public sealed class VersionTests
{
    [Theory]
    [InlineData("POST", "v41.0", "composite/sobjects")]
    [InlineData("PATCH", "v45.0", "composite/sobjects/Lead/MarketoPersonId__c")]
    [InlineData("POST", "v37.0", "composite")]
    [InlineData("POST", "v33.0", "composite/batch")]
    [InlineData("POST", "v33.0", "composite/tree/Lead")]
    [InlineData("POST", "v49.0", "composite/graph")]
    [InlineData("GET", "v39.0", "limits/recordCount?sObjects=Lead")]
    [InlineData("GET", "v35.0", "parameterizedSearch?q=acme")]
    [Proves("code NOT_FOUND")]
    public async Task Resources_that_a_version_has_not_yet_are_404(string method, string version, string path)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call(method, $"/services/data/{version}/{path}", method == "GET" ? null : "{}")).ShouldRefuse(404, "NOT_FOUND", "The requested resource does not exist");
    }

    [Theory]
    [InlineData(31, 410)]
    [InlineData(20, 200)]
    [Proves("switch api.minVersion")]
    [Proves("code GONE")]
    [Unverified]
    public async Task The_oldest_version_is_a_switch(int oldest, int status)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { ApiMinVersion = oldest });

        (await host.Call("GET", "/services/data/v20.0/limits")).Status.Should().Be(status);
        (await host.Call("GET", "/services/data")).Json[0].GetProperty("version").GetString().Should().Be($"{oldest}.0");
    }

    [Theory]
    [InlineData(68, 200)]
    [InlineData(66, 404)]
    [Proves("switch api.maxVersion")]
    public async Task The_newest_version_is_a_switch(int newest, int status)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { ApiMaxVersion = newest });

        (await host.Call("GET", "/services/data/v67.0/limits")).Status.Should().Be(status);
        (await host.Call("GET", "/services/data")).Json.EnumerateArray().Last().GetProperty("version").GetString().Should().Be($"{newest}.0");
    }

    [Theory]
    [InlineData("v40.0", true)]
    [InlineData("v41.0", false)]
    [Proves("GET /services/data/{version}")]
    [Unverified]
    public async Task Versions_that_are_about_to_go_warn(string version, bool warns)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("GET", "/services/data/" + version);

        answer.Headers.ContainsKey("Warning").Should().Be(warns);
        if (warns)
        {
            answer.Headers["Warning"].Should().StartWith("299 - \"");
        }
    }

    [Fact]
    [Proves("GET /services/data/{version}")]
    public async Task Each_resource_that_is_listed_is_served()
    {
        await using var host = await OrgHost.StartAsync();

        foreach (var resource in (await host.Call("GET", "")).Json.EnumerateObject().Where(member => member.Name is not ("identity" or "jobs" or "process")))
        {
            var answer = await host.Call("GET", resource.Value.GetString()!);
            answer.Status.Should().BeOneOf([200, 400], resource.Name);
        }
    }

    [Fact]
    [Proves("code URI Too Long")]
    [Unverified]
    public async Task A_path_of_more_than_16_KiB_is_414()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("GET", "query?q=" + new string('x', 16_400));

        answer.Status.Should().Be(414);
        answer.Body.Should().Contain("URI Too Long");
        answer.Headers["Content-Type"].Should().StartWith("text/html");
    }

    [Fact]
    [Proves("code Request Header Fields Too Large")]
    [Unverified]
    public async Task Path_and_headers_of_more_than_16_KiB_are_431()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await host.Call("GET", "limits", null, ("X-Note", new string('x', 16_300)));

        answer.Status.Should().Be(431);
        answer.Body.Should().Contain("Request Header Fields Too Large");
    }

    [Theory]
    [InlineData("client=Harness")]
    [InlineData("client=Harness, defaultNamespace=ns")]
    [Proves("header Sforce-Call-Options")]
    public async Task Call_options_change_nothing_for_plain_fields(string options)
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        var answer = await host.Call("GET", $"sobjects/Lead/{id}?fields=LastName", null, ("Sforce-Call-Options", options));

        answer["LastName"].GetString().Should().Be("Ray");
    }

    [Theory]
    [InlineData("limits")]
    [InlineData("sobjects/Lead")]
    [InlineData("query?q=SELECT+Id+FROM+Lead")]
    [Proves("GET /services/data/{version}/limits")]
    public async Task HEAD_is_a_GET_without_the_body(string path)
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("HEAD", path)).Status.Should().Be(200);
        (await host.Call("HEAD", "nonsense")).Status.Should().Be(404);
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/composite/sobjects", "records")]
    public async Task A_POST_may_stand_for_a_PATCH_of_a_collection()
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead();

        var answer = await host.Call("POST", "composite/sobjects?_HttpMethod=PATCH", $$"""{"records":[{"attributes":{"type":"Lead"},"id":"{{id}}","Phone":"1"}]}""");

        answer.Json[0].GetProperty("id").GetString().Should().Be(id);
        (await host.Call("GET", "sobjects/Lead/" + id))["Phone"].GetString().Should().Be("1");
    }
}
