using System.Text.Json;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Rules;

[Source("Salesforce Help, Custom Field Types")]
public sealed class CustomFieldTests
{
    private const string Shop = """
        {"objects": [
          {"name": "Shop__c", "label": "Shop", "pluralLabel": "Shops", "autoNumber": "S-{000}", "fields": [
            {"name": "Account__c", "type": "lookup", "referenceTo": ["Account"]},
            {"name": "Total__c", "type": "currency", "rollUp": {"operation": "sum", "object": "Sale__c", "field": "Amount__c"}},
            {"name": "Big__c", "type": "number", "rollUp": {"operation": "count", "object": "Sale__c", "filter": "Amount__c >= 100"}},
            {"name": "First__c", "type": "date", "rollUp": {"operation": "min", "object": "Sale__c", "field": "Day__c"}},
            {"name": "Mean__c", "type": "number", "scale": 2, "formula": "IF(Big__c = 0, 0, Total__c / Big__c)"}]},
          {"name": "Sale__c", "label": "Sale", "fields": [
            {"name": "Shop__c", "type": "masterDetail", "referenceTo": ["Shop__c"], "childRelationship": "Sales"},
            {"name": "Amount__c", "type": "currency", "digits": 10, "required": true},
            {"name": "Day__c", "type": "date", "defaultFormula": "TODAY()"},
            {"name": "Label__c", "type": "text", "formula": "Shop__r.Name & ': ' & TEXT(Amount__c)"}]}],
         "fields": {"Lead": [
            {"name": "Region__c", "type": "picklist", "values": ["North", "South"], "restricted": true, "default": "North"},
            {"name": "Topics__c", "type": "multiPicklist", "values": ["A", "B", "C"], "restricted": true},
            {"name": "Key__c", "type": "text", "length": 10, "unique": true, "externalId": true, "caseSensitive": true},
            {"name": "Vip__c", "type": "checkbox", "default": true},
            {"name": "Full__c", "type": "text", "formula": "UPPER(LastName) & \", \" & BLANKVALUE(FirstName, '-')"},
            {"name": "Note__c", "type": "longTextArea"}]}}
        """;

    [Fact]
    [Proves("behaviour custom field")]
    [SimulatorOnly]
    public async Task Defaults_fill_what_was_not_sent()
    {
        await using var host = await RuledOrg.StartAsync(Shop);

        var lead = await host.CreateLead();

        (await host.Text(lead, "Region__c")).Should().Be("North");
        (await host.Value(lead, "Vip__c")).GetBoolean().Should().BeTrue();
        (await host.Text(lead, "Full__c")).Should().Be("RAY, -");
    }

    [Fact]
    [Proves("behaviour custom field")]
    [Proves("code INVALID_FIELD_FOR_INSERT_UPDATE")]
    [SimulatorOnly]
    public async Task A_formula_follows_its_fields_and_cannot_be_written()
    {
        await using var host = await RuledOrg.StartAsync(Shop);
        var lead = await host.CreateLead();

        await host.Call("PATCH", "sobjects/Lead/" + lead, """{"FirstName":"Ann"}""");

        (await host.Text(lead, "Full__c")).Should().Be("RAY, Ann");
        (await host.Call("PATCH", "sobjects/Lead/" + lead, """{"Full__c":"x"}""")).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALID_FIELD_FOR_INSERT_UPDATE");
        (await host.Call("GET", "query?q=SELECT+COUNT()+FROM+Lead+WHERE+Full__c='ray,+ann'"))["totalSize"].GetInt32().Should().Be(1);
    }

    [Theory]
    [InlineData("Region__c", "East", "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "Region: bad value for restricted picklist field: East")]
    [InlineData("Topics__c", "A;X", "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "Topics: bad value for restricted picklist field: X")]
    [InlineData("Key__c", "12345678901", "STRING_TOO_LONG", "Key: data value too large: 12345678901 (max length=10)")]
    [Proves("behaviour picklist")]
    [Proves("code INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST")]
    [Proves("code STRING_TOO_LONG")]
    [SimulatorOnly]
    public async Task Values_that_do_not_fit_are_refused(string field, string value, string code, string text)
    {
        await using var host = await RuledOrg.StartAsync(Shop);

        (await host.Call("POST", "sobjects/Lead", $$"""{"LastName":"A","Company":"B","{{field}}":"{{value}}"}""")).ShouldRefuse(400, code, text);
    }

    [Fact]
    [Proves("behaviour picklist")]
    [SimulatorOnly]
    public async Task Several_values_are_stored_in_the_order_of_the_list()
    {
        await using var host = await RuledOrg.StartAsync(Shop);

        (await host.Text(await host.CreateLead("\"Topics__c\":\"c;A;c\""), "Topics__c")).Should().Be("A;C");
    }

    [Fact]
    [Proves("PATCH /services/data/{version}/sobjects/{object}/{field}/{value}")]
    [Proves("behaviour custom field")]
    [SimulatorOnly]
    public async Task A_case_sensitive_external_id_tells_letters_apart()
    {
        await using var host = await RuledOrg.StartAsync(Shop);

        (await host.Call("PATCH", "sobjects/Lead/Key__c/a1", """{"LastName":"A","Company":"B"}""")).Status.Should().Be(201);
        (await host.Call("PATCH", "sobjects/Lead/Key__c/A1", """{"LastName":"A","Company":"B"}""")).Status.Should().Be(201);
        (await host.Call("PATCH", "sobjects/Lead/Key__c/a1", """{"LastName":"C"}""")).Status.Should().Be(200);
    }

    [Fact]
    [Proves("behaviour custom field")]
    [SimulatorOnly]
    public async Task A_custom_object_has_rows_with_ids_of_its_own_and_a_running_number()
    {
        await using var host = await RuledOrg.StartAsync(Shop);

        var shop = await host.Create("Shop__c", "{}");
        await host.Create("Shop__c", "{}");

        shop.Should().StartWith("a00");
        (await host.Text(shop, "Name")).Should().Be("S-001");
        (await host.Call("POST", "sobjects/Shop__c", """{"Name":"x"}""")).Status.Should().Be(400);
        var describe = await host.Call("GET", "sobjects/Sale__c/describe");
        (describe["custom"].GetBoolean(), describe["keyPrefix"].GetString()).Should().Be((true, "a01"));
        var field = describe["fields"].EnumerateArray().Single(each => each.GetProperty("name").GetString() == "Label__c");
        (field.GetProperty("calculated").GetBoolean(), field.GetProperty("createable").GetBoolean(), field.GetProperty("calculatedFormula").GetString())
            .Should().Be((true, false, "Shop__r.Name & ': ' & TEXT(Amount__c)"));
    }

    [Fact]
    [Proves("behaviour roll-up")]
    [SimulatorOnly]
    public async Task Roll_ups_follow_their_children_through_create_update_move_delete_and_undelete()
    {
        await using var host = await RuledOrg.StartAsync(Shop);
        var (shop, other) = (await host.Create("Shop__c", "{}"), await host.Create("Shop__c", "{}"));
        var small = await host.Create("Sale__c", $$"""{"Name":"a","Shop__c":"{{shop}}","Amount__c":50,"Day__c":"2026-01-05"}""");
        var big = await host.Create("Sale__c", $$"""{"Name":"b","Shop__c":"{{shop}}","Amount__c":150.5}""");

        await Expect(shop, 200.5, 1, "2026-01-05", 200.5);
        await host.Call("PATCH", "sobjects/Sale__c/" + small, """{"Amount__c":100,"Day__c":null}""");
        await Expect(shop, 250.5, 2, "2026-03-11", 125.25);
        await host.Call("DELETE", "sobjects/Sale__c/" + big);
        await Expect(shop, 100, 1, null, 100);
        host.Org.UndeleteRow(big, "test");
        await Expect(shop, 250.5, 2, "2026-03-11", 125.25);
        await host.Call("DELETE", "sobjects/Shop__c/" + shop);
        host.Org.UndeleteRow(shop, "test");
        await Expect(shop, 250.5, 2, "2026-03-11", 125.25);
        await Expect(other, 0, 0, null, 0);
        (await host.Call("PATCH", "sobjects/Sale__c/" + big, $$"""{"Shop__c":"{{other}}"}""")).Status.Should().Be(400, "a detail keeps its master");

        async Task Expect(string id, double total, double count, string? first, double mean)
        {
            var row = (await host.Call("GET", "sobjects/Shop__c/" + id)).Json;
            (Number(row, "Total__c"), Number(row, "Big__c"), row.GetProperty("First__c").GetString(), Number(row, "Mean__c")).Should().Be((total, count, first, mean));
        }
    }

    [Fact]
    [Proves("behaviour custom field")]
    [SimulatorOnly]
    public async Task A_formula_over_a_parent_follows_the_parent_without_a_stamp()
    {
        await using var host = await RuledOrg.StartAsync("""
            {"fields": {"Contact": [{"name": "Company__c", "type": "text", "formula": "Account.Name"}]}}
            """);
        var account = await host.Create("Account", """{"Name":"Acme"}""");
        var contact = await host.Create("Contact", $$"""{"LastName":"A","AccountId":"{{account}}"}""");
        (await host.Text(contact, "Company__c")).Should().Be("Acme");
        var stamp = await host.Text(contact, "SystemModstamp");

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.Call("PATCH", "sobjects/Account/" + account, """{"Name":"Bcme"}""");

        (await host.Text(contact, "Company__c")).Should().Be("Bcme");
        (await host.Text(contact, "SystemModstamp")).Should().Be(stamp);
    }

    [Fact]
    [Proves("behaviour custom field")]
    [SimulatorOnly]
    public async Task A_lookup_is_emptied_when_its_row_is_deleted_and_can_be_followed_in_a_query()
    {
        await using var host = await RuledOrg.StartAsync(Shop);
        var account = await host.Create("Account", """{"Name":"Acme"}""");
        var shop = await host.Create("Shop__c", $$"""{"Account__c":"{{account}}"}""");

        (await host.Call("GET", "query?q=SELECT+Account__r.Name+FROM+Shop__c"))["records"][0].GetProperty("Account__r").GetProperty("Name").GetString().Should().Be("Acme");
        await host.Call("DELETE", "sobjects/Account/" + account);
        (await host.Value(shop, "Account__c")).ValueKind.Should().Be(JsonValueKind.Null);
    }

    private static double Number(JsonElement row, string field) => row.GetProperty(field) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : double.NaN;
}
