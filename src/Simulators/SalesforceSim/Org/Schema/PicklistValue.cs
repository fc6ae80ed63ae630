namespace SfMarketo.SalesforceSim.Org.Schema;

/// <summary>One value of a picklist; API value and label are the same in a fresh org.</summary>
internal sealed record PicklistValue(string Value, bool IsDefault);
