namespace SfMarketo.MarketoSim.Options;

/// <summary>Role permissions of an API-only user, as far as the simulated endpoints ask for them. Program members use the lead permissions.</summary>
[Flags]
public enum MarketoPermissions
{
    None = 0,
    ReadLead = 1,
    ReadWriteLead = 2,
    ReadActivity = 4,
    ReadCampaign = 8,
    ExecuteCampaign = 16,
    ReadAssets = 32,
    ReadCompany = 64,
    ReadWriteCompany = 128,
    All = ReadLead | ReadWriteLead | ReadActivity | ReadCampaign | ExecuteCampaign | ReadAssets | ReadCompany | ReadWriteCompany,
}
