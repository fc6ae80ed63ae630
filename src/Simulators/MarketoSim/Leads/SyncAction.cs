namespace SfMarketo.MarketoSim.Leads;

/// <summary>What Sync Leads may do with a record.</summary>
internal enum SyncAction
{
    CreateOrUpdate,
    CreateOnly,
    UpdateOnly,
    CreateDuplicate,
}
