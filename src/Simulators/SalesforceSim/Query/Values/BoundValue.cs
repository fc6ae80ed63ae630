using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Query.Values;

/// <summary>Something that has a value for each row: a field, a parent's field, a function.</summary>
/// <param name="field">The field, or one that describes the result. Null for the name of an object (<c>Who.Type</c>).</param>
/// <param name="at">Where its name stands in the statement.</param>
internal abstract class BoundValue(SField? field, int at)
{
    public SField? Field { get; } = field;

    public int At { get; } = at;

    /// <summary>Whether it is the row's own field of this number.</summary>
    public virtual bool IsOwn(int number) => false;

    /// <summary>The value, in the forms of <see cref="SFieldType"/>; null when there is none.</summary>
    public abstract object? Read(SRow row, QueryScope scope);

    /// <summary>In the schema's spelling: equal texts are equal values.</summary>
    public abstract override string ToString();
}
