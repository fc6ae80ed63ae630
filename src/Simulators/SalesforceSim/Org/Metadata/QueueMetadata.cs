namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>A queue.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Name">Its name.</param>
/// <param name="Objects">Objects whose rows it may own: Lead, Case, Task or custom ones.</param>
public sealed record QueueMetadata(string Place, string Name, IReadOnlyList<string> Objects);
