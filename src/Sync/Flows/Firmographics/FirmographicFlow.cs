using SfMarketo.Sync.Mapping;

namespace SfMarketo.Sync.Flows.Firmographics;

/// <summary>An account as a Marketo company. Pure.</summary>
/// <remarks>The seed's use case 5; engine.md R15. Amounts are in the org's corporate currency, to the cent: Marketo keeps floating-point numbers, of which no more is sure.</remarks>
internal sealed class FirmographicFlow(IReadOnlyList<CompanyField> fields, Canonical canonical)
{
    /// <summary>The company's values; blank ones are null and clear what is there.</summary>
    public FieldBag Company(FieldBag account)
    {
        var company = new FieldBag(fields.Count);
        foreach (var field in fields)
        {
            var value = Canonical.Send(field.Type, account[field.Account]);
            company.Set(field.Marketo, value.AsNumber() is { } number ? Canonical.Send(FieldType.Number, Math.Round(number, 2)) : value);
        }

        return company;
    }

    /// <summary>One hash over all values: equal when nothing that is sent has changed. Never 0 or 1.</summary>
    public ulong Hash(FieldBag company)
    {
        var hash = 17UL;
        foreach (var field in fields)
        {
            hash = unchecked((hash * 0x9E3779B97F4A7C15UL) ^ canonical.Hash(field.Type, company[field.Marketo]));
        }

        return hash <= 1 ? hash + 2 : hash;
    }
}
