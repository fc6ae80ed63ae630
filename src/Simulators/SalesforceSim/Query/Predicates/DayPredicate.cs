namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>A date inside or outside [low, high), in day numbers.</summary>
internal sealed class DayPredicate(int field, int low, int high, bool inside, bool onNull) : FieldPredicate(field, onNull)
{
    public override int Cost => 1;

    protected override bool Match(object value)
    {
        var day = ((DateOnly)value).DayNumber;
        return (day >= low && day < high) == inside;
    }
}
