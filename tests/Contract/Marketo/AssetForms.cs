using System.Text.Json;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>Writes of the asset API are forms.</summary>
internal static class AssetForms
{
    public const string Warning = """["No assets found for the given search criteria."]""";

    /// <summary>The folder of the programs of <see cref="AssetExamples"/>.</summary>
    public const string Programs = """{"id":28,"type":"Folder"}""";

    /// <summary>The program of <see cref="AssetExamples"/>.</summary>
    public const string Webinar = """{"id":1044,"type":"Program"}""";

    public static Task<JsonElement> FormAsync(this MarketoHost marketo, string path, params (string Name, string Value)[] fields) =>
        marketo.SendAsync(HttpMethod.Post, "/rest/asset/v1/" + path, string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}")), "application/x-www-form-urlencoded");

    /// <summary>Creates an asset and returns its id.</summary>
    public static async Task<int> MakeAsync(this MarketoHost marketo, string path, params (string Name, string Value)[] fields) => (await marketo.FormAsync(path, fields)).Result().Single().Id();

    public static Task<JsonElement> AssetAsync(this MarketoHost marketo, string path) => marketo.GetAsync("/rest/asset/v1/" + path);

    public static async Task<int[]> AssetIdsAsync(this MarketoHost marketo, string path) => [.. (await marketo.AssetAsync(path)).Result().Select(asset => asset.Id())];

    /// <summary>Success with the warning, and no result.</summary>
    public static void ShouldFindNothing(this JsonElement answer)
    {
        answer.GetProperty("success").GetBoolean().Should().BeTrue("the answer is {0}", answer);
        answer.TryGetProperty("result", out _).Should().BeFalse();
        answer.GetProperty("warnings").ToString().Should().Be(Warning);
    }
}
