using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>A text or id that is, or is not, the wanted one.</summary>
internal sealed class TextEqualPredicate(SField column, string wanted, StringComparison comparison, bool equal, bool onNull) : FieldPredicate(column.Number, onNull)
{
    public override int Cost => 2;

    public override RequiredValues? RequiredValues => equal ? new RequiredValues(column, [wanted]) : null;

    protected override bool Match(object value)
    {
        var text = (string)value;
        return (text.Length == wanted.Length && text.Equals(wanted, comparison)) == equal;
    }
}
