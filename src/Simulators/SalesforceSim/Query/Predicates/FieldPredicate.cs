using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>A test of one stored value.</summary>
/// <param name="number">Number of the field.</param>
/// <param name="onNull">The answer when the field has no value, or the row it would be in does not exist.</param>
internal abstract class FieldPredicate(int number, bool onNull) : Predicate
{
    public bool OnNull { get; } = onNull;

    /// <summary>Number of the field.</summary>
    public int Number { get; } = number;

    public override bool Test(SRow row, QueryScope scope) => TestValue(row[Number]);

    /// <summary>The test of a value that was read elsewhere.</summary>
    public virtual bool TestValue(object? value) => value is null ? OnNull : Match(value);

    protected abstract bool Match(object value);
}
