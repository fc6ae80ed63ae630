namespace SfMarketo.SalesforceSim.Query.Predicates;

/// <summary>IN over numbers, dates and booleans: any of the tests, or none of them.</summary>
internal sealed class AnyOfPredicate(int field, FieldPredicate[] tests, bool contained, bool onNull) : FieldPredicate(field, onNull)
{
    public override int Cost => tests.Length;

    public override bool TestValue(object? value)
    {
        if (value is null && tests[0] is not BooleanPredicate)
        {
            return OnNull;
        }

        foreach (var test in tests)
        {
            if (test.TestValue(value))
            {
                return contained;
            }
        }

        return !contained;
    }

    protected override bool Match(object value) => throw new InvalidOperationException("The tests match, each by itself.");
}
