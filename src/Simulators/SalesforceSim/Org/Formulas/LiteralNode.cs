namespace SfMarketo.SalesforceSim.Org.Formulas;

/// <summary>A text, a number, TRUE, FALSE or NULL.</summary>
internal sealed class LiteralNode(FormulaType type, object? value) : FormulaNode(type)
{
    public object? Literal => value;

    public override object? Value(FormulaContext context) => value;
}
