using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Formulas;

/// <summary>What a formula is evaluated over: one save of one row.</summary>
/// <param name="store">For parents and users.</param>
/// <param name="values">The row's values by field number.</param>
/// <param name="old">The row before the save; null for a new one.</param>
/// <param name="stamp">The present instant, microseconds since 1970 UTC.</param>
/// <param name="userId">Who saves.</param>
internal sealed class FormulaContext(OrgStore store, object?[] values, SRow? old, long stamp, string userId)
{
    public bool IsNew => old is null;

    public long Stamp => stamp;

    /// <summary>Empty numbers read as 0, as in the vendor's formula fields.</summary>
    public bool BlankIsZero { get; init; }

    /// <summary>The value now.</summary>
    public object? Now(SField field) => values[field.Number];

    /// <summary>The value before the save; of a new row the value itself, as PRIORVALUE has it.</summary>
    public object? Before(SField field) => old is null ? values[field.Number] : old[field.Number];

    /// <summary>The user who saves.</summary>
    public SRow? User => store.Find(userId);

    public SRow? Find(string? id) => id is null ? null : store.Find(id);
}
