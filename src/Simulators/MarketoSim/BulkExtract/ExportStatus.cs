namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>States of an extract; their names are the wire's.</summary>
/// <remarks>Source: Marketo REST API, "Bulk extract". Answers have <c>Cancelled</c>, the list of states on the page Canceled. Nothing here makes an extract fail.</remarks>
internal enum ExportStatus
{
    Created,
    Queued,
    Processing,
    Cancelled,
    Completed,
    Failed,
}
