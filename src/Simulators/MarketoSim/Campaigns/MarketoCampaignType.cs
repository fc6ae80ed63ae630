namespace SfMarketo.MarketoSim.Campaigns;

public enum MarketoCampaignType
{
    Trigger,
    Batch,
}
