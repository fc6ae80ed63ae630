using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Query.Binding;

/// <summary>A field of the row that is tested, and where its name stands in the statement. No field: the name of the row's object.</summary>
internal readonly record struct BoundField(SField? Field, int At);
