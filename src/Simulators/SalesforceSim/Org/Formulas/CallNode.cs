namespace SfMarketo.SalesforceSim.Org.Formulas;

/// <summary>A function or an operator with its arguments.</summary>
internal sealed class CallNode(FormulaFunction function, FormulaType type, FormulaNode[] arguments) : FormulaNode(type)
{
    public override object? Value(FormulaContext context) => function.Evaluate(context, arguments);
}
