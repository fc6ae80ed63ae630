namespace SfMarketo.MarketoSim.Calls;

/// <summary>The version of an asset that has drafts and approved versions.</summary>
internal enum AssetStatus
{
    Draft,
    Approved,
}
