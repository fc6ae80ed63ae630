using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Folders;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim.SmartCampaigns;

/// <summary>Creates, changes, clones, activates and deletes smart campaigns. Smart list and flow are made at the screens only, and come with a clone.</summary>
internal static class SmartCampaignWrites
{
    public static void Create(MarketoCall call)
    {
        var assets = call.Instance.Assets;
        var name = call.RequiredName();
        var place = Place(call);
        AssetWriter.CheckFree(assets.Campaigns, name);
        Add(call, place, new MarketoCampaign
        {
            Id = assets.Campaigns.NextId,
            Name = name,
            Description = call.Parameters["description"] ?? "",
            Type = MarketoCampaignType.Batch,
            Active = false,
            Qualification = QualificationRule.Once,
        });
    }

    public static void Clone(MarketoCall call)
    {
        var assets = call.Instance.Assets;
        var campaign = call.Find(assets.Campaigns);
        var name = call.RequiredName();
        var place = Place(call);
        AssetWriter.CheckFree(assets.Campaigns, name);
        Add(call, place, campaign with
        {
            Id = assets.Campaigns.NextId,
            Name = name,
            Description = call.Parameters["description"] ?? campaign.Description,
            Active = campaign.Active && campaign.Type == MarketoCampaignType.Batch,
            Recurrence = null,
        });
    }

    public static void Update(MarketoCall call)
    {
        var campaign = call.Find(call.Instance.Assets.Campaigns);
        var (name, description) = AssetWriter.ReadChange(call, call.Instance.Assets.Campaigns, campaign);
        var after = campaign with { Name = name, Description = description, UpdatedAt = call.Sim.Now };
        call.Instance.AssetWriter.Update(call.Instance.Assets.Campaigns, campaign, after, call.Context);
        call.WriteAsset(after, SmartCampaignAssets.Write);
    }

    /// <summary>Only an inactive trigger campaign with a trigger and at least one flow step: else 709.</summary>
    public static void Activate(MarketoCall call)
    {
        var campaign = call.Find(call.Instance.Assets.Campaigns);
        Switch(call, campaign, campaign is { HasTrigger: true, Active: false, FlowSteps.Count: > 0 }, active: true);
    }

    public static void Deactivate(MarketoCall call)
    {
        var campaign = call.Find(call.Instance.Assets.Campaigns);
        Switch(call, campaign, SmartCampaignAssets.IsActive(campaign), active: false);
    }

    /// <summary>An active campaign, or one that another's flow requests, is in use: 709.</summary>
    public static void Delete(MarketoCall call)
    {
        var campaign = call.Find(call.Instance.Assets.Campaigns);
        if (SmartCampaignAssets.IsActive(campaign) || AssetUses.OfCampaign(call.Instance.Assets, campaign.Id).Any())
        {
            throw new AssetException(MarketoErrors.BusinessRule($"Smart campaign '{campaign.Name}' is in use"));
        }

        call.Store.Schedules.RemoveRecurring(campaign.Id);
        call.Instance.AssetWriter.Delete(call.Instance.Assets.Campaigns, campaign, call.Context);
        call.WriteId(campaign.Id);
    }

    private static void Switch(MarketoCall call, MarketoCampaign campaign, bool allowed, bool active)
    {
        if (!allowed)
        {
            throw new AssetException(MarketoErrors.BusinessRule($"Smart campaign '{campaign.Name}' cannot be {(active ? "activated" : "deactivated")}"));
        }

        call.Instance.AssetWriter.Update(call.Instance.Assets.Campaigns, campaign, campaign with { Active = active, UpdatedAt = call.Sim.Now }, call.Context);
        call.WriteId(campaign.Id);
    }

    private static void Add(MarketoCall call, AssetPlace place, MarketoCampaign campaign)
    {
        var program = call.Instance.Assets.ProgramAround(place);
        var placed = campaign with
        {
            ProgramId = program?.Id ?? 0,
            ProgramName = program?.Name ?? "",
            FolderId = place.IsProgram ? 0 : place.Id,
            CreatedAt = call.Sim.Now,
            UpdatedAt = call.Sim.Now,
        };
        call.Instance.AssetWriter.Create(call.Instance.Assets.Campaigns, placed, call.Context);
        call.WriteAsset(placed, SmartCampaignAssets.Write);
    }

    private static AssetPlace Place(MarketoCall call)
    {
        var place = call.RequiredPlace("folder");
        return ProgramInput.IsMarketing(call.Instance.Assets, place) ? place : throw new AssetException(MarketoErrors.IncompatibleFolder);
    }
}
