using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

[Source("Marketo REST API, Field types")]
public sealed class FieldTypeTests
{
    private const string Leads = "/rest/v1/leads.json";

    [Theory]
    [InlineData("date", "\"2010-05-07\"", "2010-05-07")]
    [InlineData("date", "\"2010-05-07T23:00:00Z\"", "2010-05-07")]
    [InlineData("datetime", "\"2010-05-07T15:41:32Z\"", "2010-05-07T15:41:32Z")]
    [InlineData("datetime", "\"2010-05-07T15:41:32-05:00\"", "2010-05-07T20:41:32Z")]
    [InlineData("datetime", "\"2014-09-17T22:31:49+0000\"", "2014-09-17T22:31:49Z")]
    [InlineData("datetime", "\"2010-05-07T15:41:32.999Z\"", "2010-05-07T15:41:32Z")]
    [InlineData("datetime", "\"2014-11-13 12:43:04\"", "2014-11-13T12:43:04Z")]
    [InlineData("currency", "1604.47", "1604.47")]
    [InlineData("currency", "\"1604.47\"", "1604.47")]
    [InlineData("percent", "33.3", "33.3")]
    [InlineData("integer", "-2147483648", "-2147483648")]
    [InlineData("integer", "\"17\"", "17")]
    [InlineData("boolean", "false", "False")]
    [InlineData("boolean", "\"true\"", "True")]
    [InlineData("string", "12", "12")]
    [Proves("POST /rest/v1/leads.json", "input")]
    public async Task A_value_in_its_forms_is_stored_in_one(string type, string json, string stored)
    {
        await using var marketo = await MarketoHost.StartAsync();
        await MakeAsync(marketo, type);

        var id = (await SyncAsync(marketo, json)).Result().Single().Id();

        (await marketo.FieldAsync(id, "probe")).Should().Be(stored);
    }

    [Theory]
    [InlineData("date", "\"2010-02-30\"")]
    [InlineData("date", "20100507")]
    [InlineData("datetime", "\"yesterday\"")]
    [InlineData("datetime", "true")]
    [InlineData("currency", "\"12,50\"")]
    [InlineData("currency", "1e400")]
    [InlineData("float", "\"much\"")]
    [InlineData("percent", "false")]
    [InlineData("integer", "2147483648")]
    [InlineData("integer", "1.5")]
    [InlineData("score", "1.5")]
    [InlineData("boolean", "2")]
    [InlineData("boolean", "\"perhaps\"")]
    [InlineData("string", "{}")]
    [InlineData("string", "true")]
    [InlineData("phone", "[]")]
    [InlineData("url", "{\"a\":1}")]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("code 1001")]
    [Proves("switch lead.typeMismatch")]
    [Unverified]
    public async Task A_value_of_another_type_is_1001(string type, string json)
    {
        await using var marketo = await MarketoHost.StartAsync();
        await MakeAsync(marketo, type);

        (await SyncAsync(marketo, json)).Result().Single().ShouldBeSkipped("1001");
    }

    [Theory]
    [InlineData("firstName", "x", 255)]
    [InlineData("phone", "5", 255)]
    [InlineData("website", "w", 255)]
    [InlineData("leadRole", "r", 50)]
    [InlineData("address", "a", 30_000)]
    [InlineData("address", "ü", 15_000)]
    [InlineData("address", "😀", 7_500)]
    [InlineData("firstName", "😀", 127)]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("code 1003")]
    [Proves("switch lead.overlong")]
    [Unverified]
    public async Task Text_up_to_its_fields_length_is_taken_and_one_character_more_is_1003(string field, string character, int length)
    {
        await using var marketo = await MarketoHost.StartAsync();

        (await TextAsync(marketo, "a@example.invalid", field, character, length)).Text("status").Should().Be("created");
        (await TextAsync(marketo, "b@example.invalid", field, character, length + 1)).ShouldBeSkipped("1003");
    }

    [Theory]
    [InlineData("firstName", "x", 255)]
    [InlineData("address", "ü", 15_000)]
    [InlineData("address", "😀", 7_500)]
    [InlineData("firstName", "😀", 127)]
    [Proves("POST /rest/v1/leads.json", "input")]
    [Proves("switch lead.overlong")]
    [Unverified]
    public async Task Text_that_is_cut_ends_with_a_whole_character(string field, string character, int length)
    {
        await using var marketo = await MarketoHost.StartAsync(new MarketoSwitches { LeadOverlong = Overlong.Truncate });

        var id = (await TextAsync(marketo, "a@example.invalid", field, character, length + 1)).Id();

        (await marketo.FieldAsync(id, field)).Should().Be(Repeat(character, length));
    }

    private static async Task<System.Text.Json.JsonElement> TextAsync(MarketoHost marketo, string email, string field, string character, int length) =>
        (await marketo.PostAsync(Leads, $$"""{"input":[{"email":"{{email}}","{{field}}":"{{Repeat(character, length)}}"}]}""")).Result().Single();

    private static string Repeat(string character, int length) => string.Concat(Enumerable.Repeat(character, length));

    private static async Task MakeAsync(MarketoHost marketo, string type) =>
        (await marketo.PostAsync("/rest/v1/leads/schema/fields.json", $$"""{"input":[{"displayName":"Probe","name":"probe","dataType":"{{type}}"}]}""")).Result().Single().Text("status").Should().Be("created");

    private static Task<System.Text.Json.JsonElement> SyncAsync(MarketoHost marketo, string json) => marketo.PostAsync(Leads, $$"""{"input":[{"email":"a@example.invalid","probe":{{json}}}]}""");
}
