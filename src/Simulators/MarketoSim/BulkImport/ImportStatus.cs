namespace SfMarketo.MarketoSim.BulkImport;

/// <summary>States of an import; their names are the wire's.</summary>
/// <remarks>Source: Marketo REST API, "Bulk lead import": <c>Queued</c>, <c>Importing</c>, <c>Complete</c>, <c>Failed</c>. Nothing here makes a whole import fail.</remarks>
internal enum ImportStatus
{
    Queued,
    Importing,
    Complete,
}
