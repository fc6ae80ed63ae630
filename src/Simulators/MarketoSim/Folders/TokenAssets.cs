using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Folders;

/// <summary><c>/rest/asset/v1/folder/{id}/tokens.json</c>: My Tokens of a folder or program.</summary>
internal static class TokenAssets
{
    private const int MaxName = 50;

    private static readonly string[] Types = ["date", "number", "rich text", "score", "sfdc campaign", "text"];

    public static void Answer(MarketoCall call)
    {
        var place = Place(call, call.Parameters["folderType"] ?? "Folder");
        Write(call, place, call.Instance.Assets.Tokens.Of(place));
    }

    /// <summary>Creates the token, or changes it when there is one of the name.</summary>
    public static void Set(MarketoCall call)
    {
        var place = Place(call, call.Required("folderType"));
        var token = new MarketoToken(call.Required("name"), call.Required("type"), call.Required("value"));
        if (token.Name.Length > MaxName)
        {
            throw new AssetException(MarketoErrors.CannotBeBlank("name"));
        }

        if (!Types.Contains(token.Type))
        {
            throw new AssetException(MarketoErrors.BusinessRule($"'{token.Type}' is no token type"));
        }

        call.Instance.AssetWriter.SetToken(place, token, call.Context);
        Write(call, place, [token]);
    }

    public static void Delete(MarketoCall call)
    {
        var place = Place(call, call.Required("folderType"));
        var (name, type) = (call.Required("name"), call.Required("type"));
        if (call.Instance.Assets.Tokens.Find(place, name) is not { } token || token.Type != type)
        {
            throw new AssetException(MarketoErrors.NoData);
        }

        call.Instance.AssetWriter.RemoveToken(place, token, call.Context);
        call.WriteId(place.Id);
    }

    private static AssetPlace Place(MarketoCall call, string type)
    {
        var isProgram = AssetInput.IsProgram(type);
        return new AssetPlace(isProgram ? call.Find(call.Instance.Assets.Programs).Id : call.Find(call.Instance.Assets.Folders).Id, isProgram);
    }

    private static void Write(MarketoCall call, AssetPlace place, IReadOnlyList<MarketoToken> tokens) => call.WriteAssets(tokens.Count == 0 ? Array.Empty<AssetPlace>() : [place], (at, here) =>
    {
        var json = at.Json;
        json.WriteStartObject();
        at.WriteNamedPlace(here);
        json.WriteStartArray("tokens"u8);
        foreach (var token in tokens)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, token.Name);
            json.WriteString("type"u8, token.Type);
            json.WriteString("value"u8, token.Value);
            json.WriteString("computedUrl"u8, AssetAnswers.Url(here.IsProgram ? "PG" : "MF", here.Id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
