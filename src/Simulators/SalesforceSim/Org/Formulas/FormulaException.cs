namespace SfMarketo.SalesforceSim.Org.Formulas;

/// <summary>A formula that cannot be used; the message is the vendor's editor's where it has one.</summary>
internal sealed class FormulaException(string message) : Exception(message);
