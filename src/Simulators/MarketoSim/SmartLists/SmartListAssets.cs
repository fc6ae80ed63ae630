using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Folders;

namespace SfMarketo.MarketoSim.SmartLists;

/// <summary>Smart lists: browse, by id, by name, clone, delete.</summary>
internal static class SmartListAssets
{
    public static void Answer(MarketoCall call)
    {
        var page = call.ReadPage();
        var folder = call.OptionalPlace("folder");
        var inSpan = call.ReadSpan();
        call.WriteAssets(call.Instance.Assets.SmartLists.Where(list => inSpan(list) && (folder is null || list.Place == folder)).Skip(page.Offset).Take(page.Size), (at, list) => Write(at, list, false));
    }

    public static void AnswerOne(MarketoCall call)
    {
        var rules = call.Flag("includeRules") == true;
        call.WriteAsset(call.FindOrNull(call.Instance.Assets.SmartLists), (at, list) => Write(at, list, rules));
    }

    public static void AnswerByName(MarketoCall call)
    {
        var name = call.Required("name");
        call.WriteAssets(call.Instance.Assets.SmartLists.Where(list => list.Name == name), (at, list) => Write(at, list, false));
    }

    public static void Clone(MarketoCall call)
    {
        var assets = call.Instance.Assets;
        var list = call.Find(assets.SmartLists);
        var name = call.RequiredName();
        var place = call.RequiredPlace("folder");
        if (assets.ProgramAround(place) is null && assets.RootOf(place) != MarketoFolder.LeadDatabase)
        {
            throw new AssetException(MarketoErrors.IncompatibleFolder);
        }

        AssetWriter.CheckFree(assets.SmartLists, name);
        var clone = list with
        {
            Id = assets.SmartLists.NextId,
            Name = name,
            Description = call.Parameters["description"] ?? list.Description,
            Place = place,
            CreatedAt = call.Sim.Now,
            UpdatedAt = call.Sim.Now,
        };
        call.Instance.AssetWriter.Create(assets.SmartLists, clone, call.Context);
        call.WriteAsset(clone, (at, one) => Write(at, one, false));
    }

    public static void Delete(MarketoCall call)
    {
        var list = call.Find(call.Instance.Assets.SmartLists);
        call.Instance.AssetWriter.Delete(call.Instance.Assets.SmartLists, list, call.Context);
        call.WriteId(list.Id);
    }

    public static void Write(MarketoCall call, MarketoSmartList list, bool rules)
    {
        call.Json.WriteStartObject();
        call.WriteCommon(list);
        call.Json.WriteString("url"u8, AssetAnswers.Url("SL", list.Id));
        call.WritePlace("folder"u8, list.Place);
        if (rules)
        {
            SmartListRules.Write(call, list);
        }

        call.Json.WriteEndObject();
    }
}
