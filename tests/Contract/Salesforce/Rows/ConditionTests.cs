using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Rows;

/// <summary>Conditional requests.</summary>
[Source("Salesforce REST API Developer Guide, Conditional Request Headers")]
public sealed class ConditionTests
{
    private const string Past = "Sun, 01 Jan 2012 00:00:00 GMT";
    private const string Future = "Fri, 01 Jan 2100 00:00:00 GMT";

    [Fact]
    [Proves("header If-Modified-Since")]
    public async Task A_row_says_when_it_was_modified_and_is_304_since_then()
    {
        await using var host = await OrgHost.StartAsync();
        var path = "sobjects/Lead/" + await host.CreateLead();
        var modified = (await host.Call("GET", path)).Headers["Last-Modified"];

        var same = await host.Call("GET", path, null, ("If-Modified-Since", modified));
        var newer = await host.Call("GET", path, null, ("If-Modified-Since", Past));
        var malformed = await host.Call("GET", path, null, ("If-Modified-Since", "yesterday"));

        (same.Status, same.Body).Should().Be((304, ""));
        newer.Status.Should().Be(200);
        malformed.Status.Should().Be(200, "a condition that cannot be read on a GET is none");
    }

    [Theory]
    [InlineData(true, 304)]
    [InlineData(false, 200)]
    [Proves("header If-Modified-Since")]
    [Proves("switch http.futureDates")]
    [Unverified]
    public async Task A_date_that_lies_ahead_means_not_modified_by_switch(bool notModified, int status)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { FutureDatesNotModified = notModified });
        var path = "sobjects/Lead/" + await host.CreateLead();

        (await host.Call("GET", path, null, ("If-Modified-Since", Future))).Status.Should().Be(status);
    }

    [Fact]
    [Proves("header If-Unmodified-Since")]
    public async Task A_write_to_a_row_that_changed_since_is_412()
    {
        await using var host = await OrgHost.StartAsync();
        var path = "sobjects/Lead/" + await host.CreateLead();
        var modified = (await host.Call("GET", path)).Headers["Last-Modified"];

        (await host.Call("PATCH", path, """{"Phone":"1"}""", ("If-Unmodified-Since", Past))).Status.Should().Be(412);
        (await host.Call("GET", path))["Phone"].GetString().Should().BeNull();
        (await host.Call("PATCH", path, """{"Phone":"1"}""", ("If-Unmodified-Since", modified))).Status.Should().Be(204);
        (await host.Call("GET", path, null, ("If-Unmodified-Since", Past))).Status.Should().Be(412);
        (await host.Call("DELETE", path, null, ("If-Unmodified-Since", Past))).Status.Should().Be(204, "deletes know no conditions");
    }

    [Fact]
    [Proves("header If-Match")]
    public async Task An_account_has_an_ETag_that_changes_with_it()
    {
        await using var host = await OrgHost.StartAsync();
        var path = "sobjects/Account/" + await host.Create("Account", """{"Name":"Acme"}""");
        var tag = (await host.Call("GET", path)).Headers["ETag"];

        tag.Should().MatchRegex("^\"[A-Za-z0-9+/]{27}=\"$");
        (await host.Call("GET", path, null, ("If-Match", $"\"other\", {tag}"))).Status.Should().Be(200);
        (await host.Call("GET", path, null, ("If-Match", "\"other\""))).Status.Should().Be(412);
        (await host.Call("PATCH", path, """{"Phone":"1"}""", ("If-Match", "\"other\""))).Status.Should().Be(412);
        (await host.Call("PATCH", path, """{"Phone":"1"}""", ("If-Match", tag))).Status.Should().Be(204);
        (await host.Call("PATCH", path, """{"Phone":"2"}""", ("If-Match", tag))).Status.Should().Be(412, "the row is another one by now");
    }

    [Fact]
    [Proves("header If-None-Match")]
    public async Task An_account_that_the_client_has_is_304()
    {
        await using var host = await OrgHost.StartAsync();
        var path = "sobjects/Account/" + await host.Create("Account", """{"Name":"Acme"}""");
        var tag = (await host.Call("GET", path)).Headers["ETag"];

        (await host.Call("GET", path, null, ("If-None-Match", tag))).Status.Should().Be(304);
        (await host.Call("GET", path, null, ("If-None-Match", tag.Replace("=\"", "=--gzip\"", StringComparison.Ordinal)))).Status.Should().Be(304);
        (await host.Call("GET", path, null, ("If-None-Match", "\"other\""))).Status.Should().Be(200);
        (await host.Call("PATCH", path, """{"Phone":"1"}""", ("If-None-Match", tag))).Status.Should().Be(412);
        (await host.Call("PATCH", path, """{"Phone":"1"}""", ("If-None-Match", "\"other\""))).Status.Should().Be(204);
    }

    [Fact]
    [Proves("header If-Match")]
    [Proves("header If-None-Match")]
    public async Task Other_objects_have_no_ETag()
    {
        await using var host = await OrgHost.StartAsync();
        var path = "sobjects/Lead/" + await host.CreateLead();

        (await host.Call("GET", path)).Headers.Should().NotContainKey("ETag");
        (await host.Call("GET", path, null, ("If-Match", "\"other\""))).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("If-Unmodified-Since", "yesterday")]
    [InlineData("If-Match", "bare")]
    [InlineData("If-None-Match", "bare")]
    [Proves("header If-Match")]
    [Proves("header If-None-Match")]
    [Proves("header If-Unmodified-Since")]
    public async Task A_malformed_condition_of_a_write_is_400(string header, string value)
    {
        await using var host = await OrgHost.StartAsync();
        var path = "sobjects/Account/" + await host.Create("Account", """{"Name":"Acme"}""");

        (await host.Call("PATCH", path, """{"Phone":"1"}""", (header, value))).Status.Should().Be(400);
        (await host.Call("GET", path))["Phone"].GetString().Should().BeNull();
    }

    [Theory]
    [InlineData("sobjects")]
    [InlineData("sobjects/Lead/describe")]
    [InlineData("sobjects/Lead/describe/layouts")]
    [Proves("header If-Modified-Since")]
    [Proves("GET /services/data/{version}/sobjects")]
    [Proves("GET /services/data/{version}/sobjects/{object}/describe")]
    public async Task Descriptions_are_304_while_the_schema_is_the_same(string path)
    {
        await using var host = await OrgHost.StartAsync();
        var modified = (await host.Call("GET", path)).Headers["Last-Modified"];

        (await host.Call("GET", path, null, ("If-Modified-Since", modified))).Status.Should().Be(304);
        (await host.Call("GET", path, null, ("If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT"))).Status.Should().Be(200);
    }
}
