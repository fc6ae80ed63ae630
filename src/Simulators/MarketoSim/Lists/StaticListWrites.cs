using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Folders;

namespace SfMarketo.MarketoSim.Lists;

/// <summary>Creates, changes and deletes static lists by the asset API. A list that a smart campaign names is not deleted: 709.</summary>
internal static class StaticListWrites
{
    public static void Create(MarketoCall call)
    {
        var assets = call.Instance.Assets;
        var name = call.RequiredName();
        var place = call.RequiredPlace("folder");
        var program = assets.ProgramAround(place);
        if (program is null && assets.RootOf(place) != MarketoFolder.LeadDatabase)
        {
            throw new AssetException(MarketoErrors.IncompatibleFolder);
        }

        AssetWriter.CheckFree(assets.Lists, name);
        var list = new MarketoList(assets.Lists.NextId, name)
        {
            Description = call.Parameters["description"] ?? "",
            ProgramId = program?.Id ?? 0,
            ProgramName = program?.Name ?? "",
            FolderId = place.IsProgram ? 0 : place.Id,
            CreatedAt = call.Sim.Now,
            UpdatedAt = call.Sim.Now,
        };
        call.Instance.AssetWriter.Create(assets.Lists, list, call.Context);
        call.WriteAsset(list, StaticListAssets.Write);
    }

    public static void Update(MarketoCall call)
    {
        var list = call.Find(call.Instance.Assets.Lists);
        var (name, description) = AssetWriter.ReadChange(call, call.Instance.Assets.Lists, list);
        var after = list with { Name = name, Description = description, UpdatedAt = call.Sim.Now };
        call.Instance.AssetWriter.Update(call.Instance.Assets.Lists, list, after, call.Context);
        call.WriteAsset(after, StaticListAssets.Write);
    }

    public static void Delete(MarketoCall call)
    {
        var list = call.Find(call.Instance.Assets.Lists);
        if (AssetUses.OfList(call.Instance.Assets, list.Id).Any())
        {
            throw new AssetException(MarketoErrors.BusinessRule($"Static list '{list.Name}' is in use"));
        }

        call.Store.Lists.RemoveList(list.Id);
        call.Instance.AssetWriter.Delete(call.Instance.Assets.Lists, list, call.Context);
        call.WriteId(list.Id);
    }
}
