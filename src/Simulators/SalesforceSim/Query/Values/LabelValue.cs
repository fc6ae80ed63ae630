using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Query.Values;

/// <summary><c>toLabel(Status)</c>. In an org without translations the label of a value is the value.</summary>
internal sealed class LabelValue(BoundValue inner, int at) : BoundValue(ResultFields.Of(inner.Field!.Name, SFieldType.String), at)
{
    public override object? Read(SRow row, QueryScope scope) => inner.Read(row, scope);

    public override string ToString() => $"toLabel({inner})";
}
