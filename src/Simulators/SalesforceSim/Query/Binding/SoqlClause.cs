namespace SfMarketo.SalesforceSim.Query.Binding;

/// <summary>Where an expression stands: not every function may stand everywhere.</summary>
internal enum SoqlClause : byte
{
    Select,
    Where,
    GroupBy,
    Having,
    OrderBy,
}
