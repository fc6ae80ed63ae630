namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>What an extract is of: each has its own paths, all share one queue.</summary>
internal enum ExportKind
{
    Leads,
    Activities,
    Members,
    Objects,
}
