using System.Text.Json;

namespace SfMarketo.Tests.Contract.Marketo.Objects;

/// <summary>Short words for calls about the lead database's other objects.</summary>
internal static class ObjectCalls
{
    /// <summary>Syncs one record and returns its result.</summary>
    /// <param name="marketo">Where.</param>
    /// <param name="path">After <c>/rest/v1/</c>, without <c>.json</c>.</param>
    /// <param name="record">The record's JSON.</param>
    public static async Task<JsonElement> SyncAsync(this MarketoHost marketo, string path, string record) =>
        (await marketo.PostAsync($"/rest/v1/{path}.json", $$"""{"input":[{{record}}]}""")).Result().Single();

    /// <summary>Syncs several records of which each must be taken.</summary>
    public static async Task<JsonElement[]> MakeAsync(this MarketoHost marketo, string path, params string[] records)
    {
        var results = (await marketo.PostAsync($"/rest/v1/{path}.json", $$"""{"input":[{{string.Join(',', records)}}]}""")).Result().ToArray();
        results.Should().OnlyContain(result => result.Text("status") == "created");
        return results;
    }

    public static async Task<JsonElement[]> FindAsync(this MarketoHost marketo, string path, string query) => [.. (await marketo.GetAsync($"/rest/v1/{path}.json?{query}")).Result()];

    /// <summary>Deletes records, told by their dedupe fields or as the body says.</summary>
    public static async Task<JsonElement[]> DeleteAsync(this MarketoHost marketo, string path, string input, string deleteBy = "dedupeFields") =>
        [.. (await marketo.PostAsync($"/rest/v1/{path}/delete.json", $$"""{"deleteBy":"{{deleteBy}}","input":[{{input}}]}""")).Result()];

    /// <summary>Marketo's own id: a number or a GUID, as JSON writes it.</summary>
    public static string IdJson(this JsonElement record) => record.TryGetProperty("marketoGUID", out var guid) ? guid.GetRawText() : record.GetProperty("id").GetRawText();

    public static string IdText(this JsonElement record) => record.IdJson().Trim('"');
}
