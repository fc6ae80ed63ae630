using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary><c>Who.Type = 'Lead'</c>: the name of the object a polymorphic reference points to.</summary>
internal sealed class TypeNamePredicate(HashSet<string> wanted, bool contained, bool onNull) : FieldPredicate(0, onNull)
{
    public override int Cost => 2;

    public override bool Test(SRow row, QueryScope scope) => wanted.Contains(row.Type.Name) == contained;

    protected override bool Match(object value) => throw new InvalidOperationException("The row's object is tested, not a value.");
}
