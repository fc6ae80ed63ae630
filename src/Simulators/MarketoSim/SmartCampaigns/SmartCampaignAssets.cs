using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.SmartLists;

namespace SfMarketo.MarketoSim.SmartCampaigns;

/// <summary>Reads of smart campaigns in the asset API.</summary>
internal static class SmartCampaignAssets
{
    /// <summary>The flows of campaigns have ids from here on, by the id of their campaign.</summary>
    private const int FirstFlow = 3_000_000;

    public static void Answer(MarketoCall call)
    {
        var page = call.ReadPage();
        var folder = call.OptionalPlace("folder");
        var inSpan = call.ReadSpan();
        var onlyActive = call.Flag("isActive") == true;
        call.WriteAssets(
            call.Instance.Assets.Campaigns.Where(campaign => inSpan(campaign) && (folder is null || campaign.Place == folder) && (!onlyActive || IsActive(campaign))).Skip(page.Offset).Take(page.Size), Write);
    }

    public static void AnswerOne(MarketoCall call) => call.WriteAsset(call.FindOrNull(call.Instance.Assets.Campaigns), Write);

    public static void AnswerByName(MarketoCall call)
    {
        var name = call.Required("name");
        call.WriteAssets(call.Instance.Assets.Campaigns.Where(campaign => campaign.Name == name), Write);
    }

    public static void AnswerSmartList(MarketoCall call)
    {
        var rules = call.Flag("includeRules") == true;
        var list = MarketoSmartList.OfCampaign(call.Find(call.Instance.Assets.Campaigns));
        call.WriteAsset(list, (at, one) => SmartListAssets.Write(at, one, rules));
    }

    /// <summary>A batch campaign is never active: it runs when it is scheduled.</summary>
    public static bool IsActive(MarketoCampaign campaign) => campaign is { Active: true, Type: MarketoCampaignType.Trigger, HasTrigger: true };

    public static void Write(MarketoCall call, MarketoCampaign campaign)
    {
        var json = call.Json;
        var isScheduled = call.Store.Schedules.All.Any(run => run.CampaignId == campaign.Id);
        json.WriteStartObject();
        call.WriteCommon(campaign);
        json.WriteString("type"u8, campaign.HasTrigger ? "trigger"u8 : campaign.Filters.Count > 0 ? "batch"u8 : "default"u8);
        json.WriteBoolean("isSystem"u8, false);
        json.WriteBoolean("isActive"u8, IsActive(campaign));
        json.WriteBoolean("isRequestable"u8, IsActive(campaign) && campaign.Requestable);
        json.WriteBoolean("isCommunicationLimitEnabled"u8, campaign.BlocksNonOperational);
        WriteRecurrence(call, campaign.Recurrence);
        json.WriteString("qualificationRuleType"u8, campaign.Qualification.Type);
        if (campaign.Qualification.Type == "interval")
        {
            json.WriteNumber("qualificationRuleInterval"u8, campaign.Qualification.Interval);
            json.WriteString("qualificationRuleUnit"u8, campaign.Qualification.Unit);
        }

        json.WriteNumber("smartListId"u8, MarketoSmartList.OfCampaign(campaign).Id);
        json.WriteNumber("flowId"u8, FirstFlow + campaign.Id);
        if (campaign.ProgramId != 0)
        {
            json.WriteNumber("parentProgramId"u8, campaign.ProgramId);
        }

        call.WritePlace("folder"u8, campaign.Place);
        json.WriteString("computedUrl"u8, AssetAnswers.Url("SC", campaign.Id));
        json.WriteString("status"u8, IsActive(campaign) ? "Active" : campaign.HasTrigger ? "Inactive" : campaign.Recurrence is not null && isScheduled ? "Recurring Run" : isScheduled ? "Single Run" : "Never Run");
        json.WriteEndObject();
    }

    private static void WriteRecurrence(MarketoCall call, CampaignRecurrence? recurrence)
    {
        var json = call.Json;
        json.WriteStartObject("recurrence"u8);
        if (recurrence is not null)
        {
            json.WriteString("startAt"u8, AssetAnswers.Date(Micros.From(recurrence.StartAt)));
            if (recurrence.EndAt is { } end)
            {
                json.WriteString("endAt"u8, AssetAnswers.Date(Micros.From(end)));
            }

            json.WriteString("intervalType"u8, recurrence.IntervalType);
            json.WriteNumber("interval"u8, recurrence.Interval);
        }

        json.WriteBoolean("weekdayOnly"u8, recurrence?.WeekdayOnly == true);
        if (recurrence is { Weekdays.Count: > 0 })
        {
            json.WriteStartArray("weekdayMask"u8);
            foreach (var day in recurrence.Weekdays)
            {
                json.WriteStringValue(day.ToString());
            }

            json.WriteEndArray();
        }

        if (recurrence?.DayOfMonth is { } dayOfMonth)
        {
            json.WriteNumber("dayOfMonth"u8, dayOfMonth);
        }

        if (recurrence is { DayOfWeek: { } dayOfWeek, WeekOfMonth: { } week })
        {
            json.WriteString("dayOfWeek"u8, dayOfWeek.ToString());
            json.WriteNumber("weekOfMonth"u8, week);
        }

        json.WriteEndObject();
    }
}
