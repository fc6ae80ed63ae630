using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Search;

/// <summary>SOSL.</summary>
[Source("Salesforce REST API Developer Guide, Search; SOQL and SOSL Reference, SOSL Syntax")]
public sealed class SearchTests
{
    private const string Item = "GET /services/data/{version}/search";

    private static SalesforceSwitches AtOnce => new() { SearchLag = TimeSpan.Zero };

    [Theory]
    [InlineData("FIND {zebra} RETURNING Account(Name)", "Zebra Works Ltd")]
    [InlineData("find {ZEBRA} in name fields returning account(name)", "Zebra Works Ltd")]
    [InlineData("FIND {zeb*} RETURNING Account(Name)", "Zebra Works Ltd")]
    [InlineData("FIND {z?bra} RETURNING Account(Name)", "Zebra Works Ltd")]
    [InlineData("FIND {\"zebra works\"} RETURNING Account(Name)", "Zebra Works Ltd")]
    [InlineData("FIND {zebra AND works} RETURNING Account(Name)", "Zebra Works Ltd")]
    [InlineData("FIND {zebra works} RETURNING Account(Name)", "Zebra Works Ltd")]
    [InlineData("FIND {nothing OR zebra} RETURNING Account(Name)", "Zebra Works Ltd")]
    [InlineData("FIND {zebra AND NOT nothing} RETURNING Account(Name)", "Zebra Works Ltd")]
    [InlineData("FIND {(nothing OR zebra) AND works} RETURNING Account(Name)", "Zebra Works Ltd")]
    [InlineData("FIND {555\\-0199} IN PHONE FIELDS RETURNING Account(Name)", "Zebra Works Ltd")]
    [InlineData("FIND {zebra} RETURNING Account(Name WHERE Industry = 'Energy' ORDER BY Name LIMIT 1)", "Zebra Works Ltd")]
    [InlineData("FIND {zeb} RETURNING Account(Name)", null)]
    [InlineData("FIND {\"works zebra\"} RETURNING Account(Name)", null)]
    [InlineData("FIND {zebra AND NOT works} RETURNING Account(Name)", null)]
    [InlineData("FIND {zebra} IN EMAIL FIELDS RETURNING Account(Name)", null)]
    [InlineData("FIND {zebra} RETURNING Contact(Name)", null)]
    [InlineData("FIND {zebra} RETURNING Account(Name WHERE Industry = 'Banking')", null)]
    [Proves(Item, "q")]
    public async Task A_term_finds_words_in_the_fields_of_its_group(string statement, string? name)
    {
        await using var host = await OrgHost.StartAsync(AtOnce);
        await host.Create("Account", """{"Name":"Zebra Works Ltd","Industry":"Energy","Phone":"(030) 555-0199"}""");

        var answer = await Search(host, statement);

        answer.Status.Should().Be(200, answer.Body);
        answer["searchRecords"].EnumerateArray().Select(record => record.GetProperty("Name").GetString()).Should().Equal(name is null ? [] : [name]);
    }

    [Fact]
    [Proves(Item, "q")]
    public async Task An_address_is_found_whole_among_email_fields()
    {
        await using var host = await OrgHost.StartAsync(AtOnce);
        var lead = await host.CreateLead("\"Email\":\"ray.lee@quagga.example.com\"");

        var answer = await Search(host, "FIND {ray.lee@quagga.example.com} IN EMAIL FIELDS RETURNING Lead(Id,Email)");

        answer["searchRecords"][0].GetRawText().Should().Be($$$"""{"attributes":{"type":"Lead","url":"/services/data/v59.0/sobjects/Lead/{{{lead}}}"},"Id":"{{{lead}}}","Email":"ray.lee@quagga.example.com"}""");
    }

    [Fact]
    [Proves(Item, "q")]
    public async Task Without_RETURNING_ids_of_all_objects_come_back_and_LIMIT_counts_all()
    {
        await using var host = await OrgHost.StartAsync(AtOnce);
        await host.Create("Account", """{"Name":"Okapi One"}""");
        await host.Create("Contact", """{"LastName":"Okapi"}""");

        var all = await Search(host, "FIND {okapi}");
        var one = await Search(host, "FIND {okapi} RETURNING Account, Contact(Id, LastName) LIMIT 1");

        all["searchRecords"].EnumerateArray().Select(record => record.GetProperty("attributes").GetProperty("type").GetString()).Should().BeEquivalentTo("Account", "Contact");
        all["searchRecords"][0].EnumerateObject().Select(member => member.Name).Should().Equal("attributes", "Id");
        one["searchRecords"].GetArrayLength().Should().Be(1);
    }

    [Fact]
    [Proves(Item, "q")]
    public async Task Up_to_version_36_the_answer_is_the_bare_list()
    {
        await using var host = await OrgHost.StartAsync(AtOnce);
        await host.Create("Account", """{"Name":"Okapi One"}""");

        (await host.Call("GET", "/services/data/v36.0/search?q=" + Uri.EscapeDataString("FIND {okapi}"))).Json.GetArrayLength().Should().Be(1);
    }

    [Theory]
    [InlineData("", "MALFORMED_SEARCH", "No search term found. The search term must be enclosed in braces.")]
    [InlineData("FIND acme", "MALFORMED_SEARCH", "No search term found. The search term must be enclosed in braces.")]
    [InlineData("FIND {acme", "MALFORMED_SEARCH", "No search term found. The search term must be enclosed in braces.")]
    [InlineData("FIND {a}", "INVALID_SEARCH", "search term must be longer than one character: a")]
    [InlineData("FIND {}", "INVALID_SEARCH", "search term must be longer than one character: ")]
    [InlineData("SELECT Id FROM Lead", "MALFORMED_SEARCH", "unexpected token: SELECT")]
    [InlineData("FIND {acme} IN SOME FIELDS", "MALFORMED_SEARCH", "unexpected token: SOME")]
    [InlineData("FIND {acme} RETURNING Account(Id", "MALFORMED_SEARCH", "unexpected token: <EOF>")]
    [InlineData("FIND {(acme} RETURNING Account", "MALFORMED_SEARCH", "unexpected token: <EOF>")]
    [InlineData("FIND {acme} nonsense", "MALFORMED_SEARCH", "unexpected token: nonsense")]
    [InlineData("FIND {acme} LIMIT 5000", "MALFORMED_SEARCH", "The number must be from 1 to 2000: 5000")]
    [InlineData("FIND {acme} RETURNING Account, Lead OFFSET 1", "MALFORMED_SEARCH", "OFFSET can only be used when one object is returned.")]
    [Proves(Item, "q")]
    [Proves("code MALFORMED_SEARCH")]
    [Proves("code INVALID_SEARCH")]
    [Unverified]
    public async Task A_search_that_is_not_well_formed_is_refused(string statement, string code, string message)
    {
        await using var host = await OrgHost.StartAsync();

        (await Search(host, statement)).ShouldRefuse(400, code, message);
    }

    [Theory]
    [InlineData("FIND {acme} RETURNING Nope", "INVALID_TYPE")]
    [InlineData("FIND {acme} RETURNING Account(Nope)", "INVALID_FIELD")]
    [InlineData("FIND {acme} RETURNING Account(Id WHERE)", "MALFORMED_SEARCH")]
    [Proves(Item, "q")]
    [Proves("code INVALID_TYPE")]
    [Proves("code INVALID_FIELD")]
    public async Task Objects_fields_and_conditions_are_judged_even_when_nothing_is_found(string statement, string code)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await Search(host, statement);

        answer.Status.Should().Be(400, answer.Body);
        answer.Json[0].GetProperty("errorCode").GetString().Should().Be(code);
    }

    [Theory]
    [InlineData(15, 0)]
    [InlineData(0, 1)]
    [Proves("switch search.lagSeconds")]
    [Unverified]
    public async Task Search_lags_behind_writes_by_switch(int seconds, int found)
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { SearchLag = TimeSpan.FromSeconds(seconds) });
        await host.Create("Account", """{"Name":"Okapi Late"}""");

        (await Search(host, "FIND {okapi late} RETURNING Account"))["searchRecords"].GetArrayLength().Should().Be(found);
    }

    [Fact]
    [Proves("switch search.lagSeconds")]
    [Unverified]
    [SimulatorOnly]
    public async Task After_the_lag_a_row_is_found_and_a_deleted_one_is_not()
    {
        await using var host = await OrgHost.StartAsync();
        var account = await host.Create("Account", """{"Name":"Okapi"}""");
        host.Clock.Advance(TimeSpan.FromSeconds(16));

        (await Search(host, "FIND {okapi}"))["searchRecords"].GetArrayLength().Should().Be(1);
        host.Org.DeleteRow(account, "test");
        (await Search(host, "FIND {okapi}"))["searchRecords"].GetArrayLength().Should().Be(0);
    }

    private static Task<OrgAnswer> Search(OrgHost host, string statement) => host.Call("GET", "search?q=" + Uri.EscapeDataString(statement));
}
