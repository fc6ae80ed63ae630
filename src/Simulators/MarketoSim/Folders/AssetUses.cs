using SfMarketo.MarketoSim.Campaigns;

namespace SfMarketo.MarketoSim.Folders;

/// <summary>Which smart campaigns name an asset, so that it cannot go before them.</summary>
internal static class AssetUses
{
    public static IEnumerable<MarketoCampaign> OfList(AssetCatalog assets, int list) => assets.Campaigns.Where(campaign =>
        campaign.FlowSteps.Any(step => step is FlowStep.AddToList(var to, _) && to == list || step is FlowStep.RemoveFromList(var from) && from == list)
        || campaign.Filters.Any(filter => filter is SmartListFilter.InList(var one) && one == list || filter is SmartListFilter.NotInList(var other) && other == list));

    public static IEnumerable<MarketoCampaign> OfProgram(AssetCatalog assets, int program) => assets.Campaigns.Where(campaign =>
        campaign.FlowSteps.Any(step => step is FlowStep.ChangeProgramStatus(var to, _) && to == program || step is FlowStep.DeleteFromProgram(var from) && from == program)
        || campaign.Triggers.Any(trigger => trigger is SmartListTrigger.StatusChanges(var changed, _) && changed == program)
        || campaign.Filters.Any(filter => filter is SmartListFilter.InProgram(var one, _) && one == program || filter is SmartListFilter.NotInProgram(var other) && other == program));

    public static IEnumerable<MarketoCampaign> OfCampaign(AssetCatalog assets, int campaign) =>
        assets.Campaigns.Where(other => other.Id != campaign && other.FlowSteps.Any(step => step is FlowStep.RequestCampaign(var requested) && requested == campaign));
}
