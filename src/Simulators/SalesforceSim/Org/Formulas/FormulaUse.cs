namespace SfMarketo.SalesforceSim.Org.Formulas;

/// <summary>Where a formula stands, which decides what it may read.</summary>
internal enum FormulaUse
{
    /// <summary>Validation, workflow, assignment and duplicate rules: the save, the row before it, the present day.</summary>
    Condition,

    /// <summary>The value of a formula field, kept with the row: its own fields and its parents', but not the clock.</summary>
    Field,

    /// <summary>A default value or the value of a field update.</summary>
    Value,
}
