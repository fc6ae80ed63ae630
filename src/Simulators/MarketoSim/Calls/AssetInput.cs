using System.Globalization;
using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Folders;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Calls;

/// <summary>Reads the parameters of the asset API, from query and form alike. All throw <see cref="AssetException"/>.</summary>
internal static class AssetInput
{
    private const int MaxName = 255;

    /// <summary>701 when it is missing or empty.</summary>
    public static string Required(this MarketoCall call, string name) => call.Parameters[name] ?? throw new AssetException(MarketoErrors.CannotBeBlank(name));

    /// <summary>A name of at most 255 characters; 701, which the vendor has for over-long names too.</summary>
    public static string RequiredName(this MarketoCall call) => CheckName(call.Required("name"));

    public static string? OptionalName(this MarketoCall call) => call.Parameters["name"] is { } name ? CheckName(name) : null;

    /// <summary>maxReturn (20, at most 200) and offset.</summary>
    public static (int Offset, int Size) ReadPage(this MarketoCall call)
    {
        var size = call.Number("maxReturn") ?? AssetAnswers.DefaultReturn;
        var offset = call.Number("offset") ?? 0;
        if (size > AssetAnswers.MaxReturn && call.Instance.Options.Switches.PagingOverMax == SfMarketo.MarketoSim.Options.OverMax.Error)
        {
            throw new AssetException(MarketoErrors.InvalidData($"maxReturn '{size}' is over {AssetAnswers.MaxReturn}"));
        }

        return (offset, Math.Clamp(size, 1, AssetAnswers.MaxReturn));
    }

    public static int? Number(this MarketoCall call, string name) => call.Parameters[name] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new AssetException(MarketoErrors.InvalidValue(text, "Integer"));

    public static bool? Flag(this MarketoCall call, string name) => call.Parameters[name] switch
    {
        null => null,
        "true" or "1" => true,
        "false" or "0" => false,
        var text => throw new AssetException(MarketoErrors.InvalidValue(text, "Boolean")),
    };

    /// <summary><c>status=approved</c> or <c>draft</c>, whatever its case; null when it is not there.</summary>
    public static AssetStatus? OptionalStatus(this MarketoCall call) => call.Parameters["status"] switch
    {
        null => null,
        var text => Enum.TryParse<AssetStatus>(text, ignoreCase: true, out var status) && !char.IsAsciiDigit(text[0]) ? status : throw new AssetException(MarketoErrors.InvalidValue(text, "Status")),
    };

    /// <summary>earliestUpdatedAt and latestUpdatedAt, both included: whether an asset is between them.</summary>
    public static Func<IMarketoAsset, bool> ReadSpan(this MarketoCall call)
    {
        var low = Instant("earliestUpdatedAt") ?? long.MinValue;
        var high = Instant("latestUpdatedAt") ?? long.MaxValue;
        return asset => asset.UpdatedAt - asset.UpdatedAt % Micros.PerSecond >= low && asset.UpdatedAt - asset.UpdatedAt % Micros.PerSecond <= high;

        long? Instant(string name) => call.Parameters[name] is not { } text ? null
            : WireTime.TryParse(text, out var instant) ? Micros.From(instant) : throw new AssetException(MarketoErrors.InvalidDate(text));
    }

    /// <summary>The path's id; 702 when there is no such asset.</summary>
    public static T Find<T>(this MarketoCall call, AssetTable<T> table, string route = "id")
        where T : class, IMarketoAsset => call.FindOrNull(table, route) ?? throw new AssetException(MarketoErrors.NoData);

    public static T? FindOrNull<T>(this MarketoCall call, AssetTable<T> table, string route = "id")
        where T : class, IMarketoAsset =>
        int.TryParse(call.Sim.Route(route), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? table.Find(id) : null;

    /// <summary>The place of a parameter such as <c>folder={"id":28,"type":"Folder"}</c>, which must exist: 701, 1001, 711, 710.</summary>
    public static AssetPlace RequiredPlace(this MarketoCall call, string name)
    {
        var place = Place(call.Required(name), name);
        return call.Instance.Assets.Has(place) ? place : throw new AssetException(MarketoErrors.ParentNotFound);
    }

    /// <summary>The filter by <c>folder</c>; a folder that does not exist has nothing in it.</summary>
    public static AssetPlace? OptionalPlace(this MarketoCall call, string name) => call.Parameters[name] is { } text ? Place(text, name) : null;

    /// <summary><c>Folder</c> or <c>Program</c>; anything else is 711.</summary>
    public static bool IsProgram(string type) => type switch
    {
        "Program" => true,
        "Folder" => false,
        _ => throw new AssetException(MarketoErrors.IncompatibleFolder),
    };

    /// <summary>The elements of a list parameter in JSON, such as <c>tags=[{"tagType":"Region","tagValue":"EMEA"}]</c>; null when it is not there.</summary>
    public static IReadOnlyList<JsonElement>? Objects(this MarketoCall call, string name)
    {
        if (call.Parameters[name] is not { } text)
        {
            return null;
        }

        var root = Parse(text, name);
        return root.ValueKind == JsonValueKind.Array && root.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object)
            ? [.. root.EnumerateArray()]
            : throw new AssetException(MarketoErrors.InvalidValue(text, "List"));
    }

    /// <summary>A member of such an element; 701 when it is not there or is no text.</summary>
    public static string Member(this JsonElement element, string list, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw new AssetException(MarketoErrors.CannotBeBlank($"{list}.{name}"));

    private static AssetPlace Place(string text, string name)
    {
        var root = Parse(text, name);
        if (root.ValueKind == JsonValueKind.Number && root.TryGetInt32(out var bare))
        {
            return new AssetPlace(bare, false);
        }

        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.Number || !id.TryGetInt32(out var number))
        {
            throw new AssetException(MarketoErrors.CannotBeBlank(name + ".id"));
        }

        return new AssetPlace(number, IsProgram(root.Member(name, "type")));
    }

    private static JsonElement Parse(string text, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new AssetException(MarketoErrors.InvalidValue(text, name));
        }
    }

    private static string CheckName(string name) => name.Length <= MaxName ? name : throw new AssetException(MarketoErrors.CannotBeBlank("name"));
}
