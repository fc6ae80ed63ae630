using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.LandingPages;

/// <summary>Reads of landing pages: browse, by id, by name.</summary>
internal static class LandingPageAssets
{
    public static void Answer(MarketoCall call)
    {
        var page = call.ReadPage();
        var folder = call.OptionalPlace("folder");
        var status = call.OptionalStatus();
        call.WriteAssets(call.Instance.Assets.LandingPages.Where(one => (folder is null || one.Place == folder) && Is(one, status)).Skip(page.Offset).Take(page.Size), Write);
    }

    public static void AnswerOne(MarketoCall call)
    {
        var status = call.OptionalStatus();
        call.WriteAsset(call.FindOrNull(call.Instance.Assets.LandingPages) is { } one && Is(one, status) ? one : null, Write);
    }

    public static void AnswerByName(MarketoCall call)
    {
        var name = call.Required("name");
        var page = call.ReadPage();
        var status = call.OptionalStatus();
        call.WriteAssets(call.Instance.Assets.LandingPages.Where(one => one.Name == name && Is(one, status)).Skip(page.Offset).Take(page.Size), Write);
    }

    private static bool Is(MarketoLandingPage page, AssetStatus? status) => status is null || status == StatusOf(page);

    private static AssetStatus StatusOf(MarketoLandingPage page) => page.IsApproved ? AssetStatus.Approved : AssetStatus.Draft;

    private static void Write(MarketoCall call, MarketoLandingPage page)
    {
        var json = call.Json;
        json.WriteStartObject();
        call.WriteCommon(page);
        call.WriteNamedPlace(page.Place);
        json.WriteString("status"u8, StatusOf(page).Word());
        json.WriteNumber("template"u8, page.TemplateId);
        json.WriteString("title"u8, page.Title);
        json.WriteString("robots"u8, "index, nofollow"u8);
        json.WriteBoolean("formPrefill"u8, false);
        json.WriteBoolean("mobileEnabled"u8, false);
        json.WriteString("URL"u8, $"https://app-sim.marketo.invalid/lp/{call.Instance.Options.MunchkinId}/{Uri.EscapeDataString(page.Name)}.html");
        json.WriteString("computedUrl"u8, AssetAnswers.Url("LP", page.Id));
        json.WriteEndObject();
    }
}
