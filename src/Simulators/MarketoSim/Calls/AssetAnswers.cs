using System.Globalization;
using SfMarketo.MarketoSim.Folders;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Calls;

/// <summary>The envelope of the asset API: <c>errors</c> and <c>warnings</c> are always there, nothing found is a warning and no <c>result</c>, pages go by offset.</summary>
/// <remarks>Source: Marketo REST API, "Assets"; the warning's text was seen by clients (shared/reference/marketo.md section 2).</remarks>
internal static class AssetAnswers
{
    private const string NothingFound = "No assets found for the given search criteria.";
    public const int DefaultReturn = 20;
    public const int MaxReturn = 200;

    /// <summary>Writes the assets of one page.</summary>
    public static void WriteAssets<T>(this MarketoCall call, IEnumerable<T> assets, Action<MarketoCall, T> write)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteBoolean("success"u8, true);
        json.WriteStartArray("errors"u8);
        json.WriteEndArray();
        call.WriteRequestId();
        foreach (var asset in assets)
        {
            if (call.Sim.Records++ == 0)
            {
                json.WriteStartArray("warnings"u8);
                json.WriteEndArray();
                json.WriteStartArray("result"u8);
            }

            write(call, asset);
        }

        if (call.Sim.Records == 0)
        {
            json.WriteStartArray("warnings"u8);
            json.WriteStringValue(NothingFound);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>Writes an asset found by id, or, when there is none, what sw:asset.byIdMissing says.</summary>
    public static void WriteAsset<T>(this MarketoCall call, T? asset, Action<MarketoCall, T> write)
        where T : class
    {
        if (asset is null && call.Instance.Options.Switches.AssetByIdMissing == SfMarketo.MarketoSim.Options.AssetByIdMissing.Error)
        {
            throw new AssetException(MarketoErrors.NoData);
        }

        call.WriteAssets(asset is null ? Array.Empty<T>() : [asset], write);
    }

    /// <summary>The answer of deletes and the like.</summary>
    public static void WriteId(this MarketoCall call, int id) => call.WriteAssets([id], (at, one) =>
    {
        at.Json.WriteStartObject();
        at.Json.WriteNumber("id"u8, one);
        at.Json.WriteEndObject();
    });

    /// <summary>id, name, description, createdAt, updatedAt, workspace: in each asset.</summary>
    public static void WriteCommon(this MarketoCall call, IMarketoAsset asset)
    {
        var json = call.Json;
        json.WriteNumber("id"u8, asset.Id);
        json.WriteString("name"u8, asset.Name);
        json.WriteString("description"u8, asset.Description);
        json.WriteString("createdAt"u8, Date(asset.CreatedAt));
        json.WriteString("updatedAt"u8, Date(asset.UpdatedAt));
        json.WriteString("workspace"u8, asset.Workspace);
    }

    /// <summary><c>{"id":28,"type":"Folder"}</c>.</summary>
    public static void WritePlace(this MarketoCall call, ReadOnlySpan<byte> name, AssetPlace place)
    {
        call.Json.WriteStartObject(name);
        call.Json.WriteNumber("id"u8, place.Id);
        call.Json.WriteString("type"u8, place.Type);
        call.Json.WriteEndObject();
    }

    /// <summary><c>{"type":"Folder","value":28,"folderName":"Nurturing"}</c>, as programs and tokens show it.</summary>
    public static void WriteNamedPlace(this MarketoCall call, AssetPlace place)
    {
        call.Json.WriteStartObject("folder"u8);
        call.Json.WriteString("type"u8, place.Type);
        call.Json.WriteNumber("value"u8, place.Id);
        call.Json.WriteString("folderName"u8, call.Instance.Assets.NameOf(place));
        call.Json.WriteEndObject();
    }

    /// <summary>Dates of the asset API: UTC twice, <c>2015-11-18T15:25:35Z+0000</c>.</summary>
    public static string Date(long micros) => WireTime.Format(micros) + "+0000";

    /// <summary>The word on the wire.</summary>
    public static string Word(this AssetStatus status) => status == AssetStatus.Approved ? "approved" : "draft";

    public static string Url(string kind, int id) => string.Create(CultureInfo.InvariantCulture, $"https://app-sim.marketo.invalid/#{kind}{id}A1");
}
