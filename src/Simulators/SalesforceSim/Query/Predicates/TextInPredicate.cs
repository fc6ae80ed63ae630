using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>A text or id that is, or is not, in a list.</summary>
internal sealed class TextInPredicate(SField column, HashSet<string> wanted, bool contained, bool onNull) : FieldPredicate(column.Number, onNull)
{
    public override int Cost => 3;

    public override RequiredValues? RequiredValues => contained && !OnNull ? new RequiredValues(column, wanted) : null;

    protected override bool Match(object value) => wanted.Contains((string)value) == contained;
}
