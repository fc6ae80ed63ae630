using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Folders;

/// <summary>Writes of folders. Marketo's own are not changed, and one with content is not deleted: 709.</summary>
internal static class FolderWrites
{
    public static void Create(MarketoCall call)
    {
        var assets = call.Instance.Assets;
        var name = call.RequiredName();
        var parent = call.RequiredPlace("parent");
        CheckFree(assets, parent, name);
        var folder = new MarketoFolder(assets.Folders.NextId, name)
        {
            Description = call.Parameters["description"] ?? "",
            Parent = parent,
            FolderType = parent.IsProgram ? "Marketing Folder" : assets.Folders.Find(parent.Id)!.FolderType is var type && type != "Zone" ? type
                : assets.RootOf(parent) == MarketoFolder.LeadDatabase ? "Smart List" : "Marketing Folder",
            CreatedAt = call.Sim.Now,
            UpdatedAt = call.Sim.Now,
        };
        call.Instance.AssetWriter.Create(assets.Folders, folder, call.Context);
        call.WriteAsset(folder, FolderAssets.Write);
    }

    public static void Update(MarketoCall call)
    {
        var assets = call.Instance.Assets;
        var isProgram = AssetInput.IsProgram(call.Required("type"));
        var name = call.OptionalName();
        var description = call.Parameters["description"];
        if (isProgram)
        {
            var program = call.Find(assets.Programs);
            AssetWriter.CheckFree(assets.Programs, name ?? program.Name, program.Id);
            var changed = program with { Name = name ?? program.Name, Description = description ?? program.Description, UpdatedAt = call.Sim.Now };
            call.Instance.AssetWriter.Update(assets.Programs, program, changed, call.Context);
            call.WriteAsset(changed, FolderAssets.WriteProgram);
            return;
        }

        var folder = FindOwn(call);
        if (name is not null && name != folder.Name)
        {
            CheckFree(assets, folder.Parent!.Value, name);
        }

        var after = folder with
        {
            Name = name ?? folder.Name,
            Description = description ?? folder.Description,
            IsArchive = call.Flag("isArchive") ?? folder.IsArchive,
            UpdatedAt = call.Sim.Now,
        };
        call.Instance.AssetWriter.Update(assets.Folders, folder, after, call.Context);
        call.WriteAsset(after, FolderAssets.Write);
    }

    public static void Delete(MarketoCall call)
    {
        if (AssetInput.IsProgram(call.Required("type")))
        {
            throw new AssetException(MarketoErrors.IncompatibleFolder);
        }

        var folder = FindOwn(call);
        var place = new AssetPlace(folder.Id, false);
        if (call.Instance.Assets.ContentOf(place).Any())
        {
            throw new AssetException(MarketoErrors.BusinessRule($"Folder '{folder.Name}' is not empty"));
        }

        call.Instance.Assets.Tokens.RemovePlace(place);
        call.Instance.AssetWriter.Delete(call.Instance.Assets.Folders, folder, call.Context);
        call.WriteId(folder.Id);
    }

    private static MarketoFolder FindOwn(MarketoCall call)
    {
        var folder = call.Find(call.Instance.Assets.Folders);
        return folder is { IsSystem: false, Parent: not null } ? folder : throw new AssetException(MarketoErrors.BusinessRule($"Folder '{folder.Name}' is a system folder"));
    }

    private static void CheckFree(AssetCatalog assets, AssetPlace parent, string name)
    {
        if (assets.Folders.Any(folder => folder.Parent == parent && folder.Name == name))
        {
            throw new AssetException(MarketoErrors.BusinessRule($"Folder name '{name}' exists already in its parent"));
        }
    }
}
