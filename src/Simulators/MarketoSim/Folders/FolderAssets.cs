using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim.Folders;

/// <summary>Reads of folders. A program is a folder of the type Program.</summary>
internal static class FolderAssets
{
    private const int DefaultDepth = 2;

    /// <summary><c>GET /rest/asset/v1/folders.json</c>: the tree from a root, or from all roots.</summary>
    public static void Answer(MarketoCall call)
    {
        var assets = call.Instance.Assets;
        var page = call.ReadPage();
        var depth = call.Number("maxDepth") ?? DefaultDepth;
        var root = call.OptionalPlace("root");
        var workspace = call.Parameters["workSpace"];
        if (root is { IsProgram: true })
        {
            throw new AssetException(MarketoErrors.IncompatibleFolder);
        }

        var roots = root is { } place ? assets.Folders.Where(folder => folder.Id == place.Id) : assets.Folders.Where(folder => folder.Parent is null);
        call.WriteAssets(roots.SelectMany(from => assets.Below(from, depth)).Where(folder => workspace is null || folder.Workspace == workspace).Skip(page.Offset).Take(page.Size).ToList(), Write);
    }

    public static void AnswerOne(MarketoCall call)
    {
        if (AssetInput.IsProgram(call.Required("type")))
        {
            call.WriteAsset(call.FindOrNull(call.Instance.Assets.Programs), WriteProgram);
        }
        else
        {
            call.WriteAsset(call.FindOrNull(call.Instance.Assets.Folders), Write);
        }
    }

    public static void AnswerByName(MarketoCall call)
    {
        var assets = call.Instance.Assets;
        var name = call.Required("name");
        var isProgram = call.Parameters["type"] is { } type && AssetInput.IsProgram(type);
        var root = call.OptionalPlace("root");
        var workspace = call.Parameters["workSpace"];
        if (isProgram)
        {
            call.WriteAssets(assets.Programs.Where(IsMeant).ToList(), WriteProgram);
        }
        else
        {
            call.WriteAssets(assets.Folders.Where(IsMeant).ToList(), Write);
        }

        bool IsMeant(IMarketoAsset asset) => asset.Name == name && (workspace is null || asset.Workspace == workspace) && (root is not { } place || assets.Around(asset.Place).Contains(place));
    }

    /// <summary><c>GET /rest/asset/v1/folder/{id}/content.json</c>: ids and kinds of what is directly in it.</summary>
    public static void AnswerContent(MarketoCall call)
    {
        var page = call.ReadPage();
        var isProgram = call.Parameters["type"] is { } type && AssetInput.IsProgram(type);
        IMarketoAsset folder = isProgram ? call.Find(call.Instance.Assets.Programs) : call.Find(call.Instance.Assets.Folders);
        call.WriteAssets(call.Instance.Assets.ContentOf(new AssetPlace(folder.Id, isProgram)).Skip(page.Offset).Take(page.Size), (at, item) =>
        {
            at.Json.WriteStartObject();
            at.Json.WriteNumber("id"u8, item.Id);
            at.Json.WriteString("type"u8, item.Type);
            at.Json.WriteEndObject();
        });
    }

    public static void Write(MarketoCall call, MarketoFolder folder)
    {
        Start(call, folder, isProgram: false, folder.FolderType);
        call.Json.WriteBoolean("isArchive"u8, folder.IsArchive);
        call.Json.WriteBoolean("isSystem"u8, folder.IsSystem);
        if (folder.Parent is { } parent)
        {
            call.WritePlace("parent"u8, parent);
        }

        call.Json.WriteEndObject();
    }

    public static void WriteProgram(MarketoCall call, MarketoProgram program)
    {
        Start(call, program, isProgram: true, ProgramWords.FolderType(program.Type));
        call.Json.WriteBoolean("isArchive"u8, false);
        call.Json.WriteBoolean("isSystem"u8, false);
        call.WritePlace("parent"u8, program.Place);
        call.Json.WriteEndObject();
    }

    private static void Start(MarketoCall call, IMarketoAsset asset, bool isProgram, string type)
    {
        var place = new AssetPlace(asset.Id, isProgram);
        call.Json.WriteStartObject();
        call.WriteCommon(asset);
        call.WritePlace("folderId"u8, place);
        call.Json.WriteString("folderType"u8, type);
        call.Json.WriteString("path"u8, call.Instance.Assets.PathOf(place));
        call.Json.WriteString("url"u8, AssetAnswers.Url(isProgram ? "PG" : "MF", asset.Id));
    }
}
