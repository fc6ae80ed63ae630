namespace SfMarketo.SalesforceSim.Org.Formulas;

/// <summary>What a part of a formula is.</summary>
internal enum FormulaType
{
    /// <summary>NULL, which fits everywhere.</summary>
    Blank,
    Text,
    Number,
    Boolean,
    Date,
    DateTime,

    /// <summary>Only a few functions take one; TEXT makes it a text.</summary>
    Picklist,
    MultiPicklist,
}
