namespace SfMarketo.SalesforceSim.Org.Formulas;

/// <summary>A part of a formula.</summary>
/// <param name="type">What it gives.</param>
internal abstract class FormulaNode(FormulaType type)
{
    public FormulaType Type { get; } = type;

    /// <summary>The value: null, <see cref="string"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="DateOnly"/>, or microseconds since 1970 UTC as <see cref="long"/>.</summary>
    public abstract object? Value(FormulaContext context);

    public string Text(FormulaContext context) => Value(context) as string ?? "";

    public double? Number(FormulaContext context) => Value(context) as double?;

    public bool Holds(FormulaContext context) => Value(context) is true;
}
