namespace SfMarketo.MarketoSim.CustomObjects.Metadata;

/// <summary>When a type was made and last changed, as the wire shows it.</summary>
internal sealed record TypeStamps(string CreatedAt, string UpdatedAt);
