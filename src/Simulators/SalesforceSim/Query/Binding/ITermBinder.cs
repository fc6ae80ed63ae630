using SfMarketo.SalesforceSim.Query.Syntax;
using SfMarketo.SalesforceSim.Query.Values;

namespace SfMarketo.SalesforceSim.Query.Binding;

/// <summary>Looks up the names of an expression: of rows, or of groups of rows.</summary>
internal interface ITermBinder
{
    /// <exception cref="SoqlException">A name is unknown, or the expression may not stand there.</exception>
    BoundValue Bind(SoqlTerm term, SoqlClause clause);
}
