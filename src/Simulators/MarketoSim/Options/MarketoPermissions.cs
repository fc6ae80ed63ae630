namespace SfMarketo.MarketoSim.Options;

/// <summary>Role permissions of an API-only user, as the roles screen lists them under "Access API". Program members use the lead permissions, stats need none.</summary>
/// <remarks>Source: Marketo REST API, "Authentication" and the permission of each endpoint. Read-Write of an object includes Read-Only of it (<see cref="RolePermissions.Allow"/>).</remarks>
[Flags]
public enum MarketoPermissions
{
    None = 0,
    ReadLead = 1,
    ReadWriteLead = 1 << 1,
    ReadActivity = 1 << 2,
    ReadCampaign = 1 << 3,
    ExecuteCampaign = 1 << 4,
    ReadAssets = 1 << 5,
    ReadCompany = 1 << 6,
    ReadWriteCompany = 1 << 7,
    ReadWriteActivity = 1 << 8,
    ReadActivityMetadata = 1 << 9,
    ReadWriteActivityMetadata = 1 << 10,
    ReadWriteAssets = 1 << 11,
    ApproveAssets = 1 << 12,
    ReadWriteCampaign = 1 << 13,
    ReadCustomObject = 1 << 14,
    ReadWriteCustomObject = 1 << 15,
    ReadNamedAccount = 1 << 16,
    ReadWriteNamedAccount = 1 << 17,
    ReadNamedAccountList = 1 << 18,
    ReadWriteNamedAccountList = 1 << 19,
    ReadOpportunity = 1 << 20,
    ReadWriteOpportunity = 1 << 21,
    ReadSalesPerson = 1 << 22,
    ReadWriteSalesPerson = 1 << 23,
    ReadWriteSchemaStandardField = 1 << 24,
    ReadWriteSchemaCustomField = 1 << 25,
    All = (1 << 26) - 1,
}
