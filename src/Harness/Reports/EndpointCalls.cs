namespace SfMarketo.Harness.Reports;

/// <summary>Calls to one endpoint, ids in its path replaced by a placeholder.</summary>
public sealed record EndpointCalls(string System, string Method, string Path, long Count);
