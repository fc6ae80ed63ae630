using System.Globalization;
using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Campaigns;

/// <summary><c>GET /rest/v1/campaigns.json</c> with its filters, and one campaign by id.</summary>
internal static class CampaignsPage
{
    public static void Answer(MarketoCall call)
    {
        if (!IdPage.TryRead(call, out var page))
        {
            return;
        }

        var ids = call.Parameters.List("id");
        var names = call.Parameters.List("name");
        var programs = call.Parameters.List("programName");
        var workspaces = call.Parameters.List("workspaceName");
        var triggerable = call.Parameters["isTriggerable"];
        var found = call.Instance.Assets.Campaigns.Where(campaign => In(ids, campaign.Id.ToString(CultureInfo.InvariantCulture))
            && In(names, campaign.Name)
            && In(programs, campaign.ProgramName)
            && In(workspaces, campaign.Workspace)
            && (triggerable is not ("1" or "true") || (campaign.Active && campaign.Requestable)));
        page.Write(call, found, campaign => campaign.Id, Write, saysWhenDone: false);
    }

    public static void AnswerOne(MarketoCall call)
    {
        if (Find(call) is not { } campaign)
        {
            return;
        }

        call.StartResult();
        Write(call, campaign);
        call.EndResult();
    }

    /// <summary>The path's campaign; null when the call was refused.</summary>
    public static MarketoCampaign? Find(MarketoCall call)
    {
        var campaign = int.TryParse(call.Sim.Route("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? call.Instance.Assets.FindCampaign(id) : null;
        if (campaign is null)
        {
            call.Fail(MarketoErrors.CampaignNotFound);
        }

        return campaign;
    }

    private static bool In(List<string> wanted, string value) => wanted.Count == 0 || wanted.Contains(value);

    private static void Write(MarketoCall call, MarketoCampaign campaign)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteNumber("id"u8, campaign.Id);
        json.WriteString("name"u8, campaign.Name);
        if (campaign.Description.Length > 0)
        {
            json.WriteString("description"u8, campaign.Description);
        }

        json.WriteString("type"u8, campaign.Type == MarketoCampaignType.Batch ? "batch"u8 : "trigger"u8);
        if (campaign.ProgramId != 0)
        {
            json.WriteNumber("programId"u8, campaign.ProgramId);
            json.WriteString("programName"u8, campaign.ProgramName);
        }

        json.WriteString("workspaceName"u8, campaign.Workspace);
        json.WriteBoolean("active"u8, campaign.Active);
        WireTime.Write(json, "createdAt"u8, campaign.CreatedAt);
        WireTime.Write(json, "updatedAt"u8, campaign.UpdatedAt);
        json.WriteEndObject();
        call.Sim.Records++;
    }
}
