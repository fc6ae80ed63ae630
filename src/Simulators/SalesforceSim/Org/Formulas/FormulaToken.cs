namespace SfMarketo.SalesforceSim.Org.Formulas;

/// <summary>A word, a literal or a sign of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; of a string its value.</param>
internal readonly record struct FormulaToken(FormulaTokenKind Kind, string Text);

/// <summary>Kinds of tokens.</summary>
internal enum FormulaTokenKind
{
    Name,
    String,
    Number,
    Sign,
    End,
}
