using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Query.Values;

/// <summary><c>convertCurrency(Amount)</c> in an org of one currency: the amount as it is.</summary>
internal sealed class CurrencyValue(BoundValue inner, int at) : BoundValue(inner.Field, at)
{
    public override object? Read(SRow row, QueryScope scope) => inner.Read(row, scope);

    public override string ToString() => $"convertCurrency({inner})";
}
