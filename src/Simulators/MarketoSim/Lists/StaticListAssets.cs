using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Lists;

/// <summary>Reads of static lists in the asset API: browse, by id, by name.</summary>
internal static class StaticListAssets
{
    public static void Answer(MarketoCall call)
    {
        var page = call.ReadPage();
        var folder = call.OptionalPlace("folder");
        var inSpan = call.ReadSpan();
        call.WriteAssets(call.Instance.Assets.Lists.Where(list => inSpan(list) && (folder is null || list.Place == folder)).Skip(page.Offset).Take(page.Size), Write);
    }

    public static void AnswerOne(MarketoCall call) => call.WriteAsset(call.FindOrNull(call.Instance.Assets.Lists), Write);

    public static void AnswerByName(MarketoCall call)
    {
        var name = call.Required("name");
        call.WriteAssets(call.Instance.Assets.Lists.Where(list => list.Name == name), Write);
    }

    public static void Write(MarketoCall call, MarketoList list)
    {
        call.Json.WriteStartObject();
        call.WriteCommon(list);
        call.Json.WriteString("url"u8, AssetAnswers.Url("ST", list.Id));
        call.WritePlace("folder"u8, list.Place);
        call.Json.WriteString("computedUrl"u8, AssetAnswers.Url("ST", list.Id));
        call.Json.WriteEndObject();
    }
}
