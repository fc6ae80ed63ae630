namespace SfMarketo.MarketoSim.BulkImport;

/// <summary>What an import is of: each has its own paths, all share one queue.</summary>
internal enum ImportKind
{
    Leads,
    Members,
    Objects,
}
