using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Metadata;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>State and country picklists, where the org has them: names and codes are filled in from each other and checked against each other (salesforce-data.md section 10.8).</summary>
internal sealed class AddressChecks(OrgMetadata metadata)
{
    public RowError? Check(RowInput input, object?[] values)
    {
        if (metadata.Countries.Count == 0)
        {
            return null;
        }

        foreach (var prefix in StateCountry.PrefixesOf(input.Type.Name))
        {
            if (Check(input, values, prefix) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private RowError? Check(RowInput input, object?[] values, string prefix)
    {
        var type = input.Type;
        var (country, countryCode) = (type.Field(prefix + "Country"), type.Field(prefix + "CountryCode"));
        var (state, stateCode) = (type.Field(prefix + "State"), type.Field(prefix + "StateCode"));
        if (!input.Has(country) && !input.Has(countryCode) && !input.Has(state) && !input.Has(stateCode))
        {
            return null;
        }

        var named = Find(input, values, country, countryCode, metadata.Countries.Select(each => new KeyValuePair<string, string>(each.Code, each.Name)));
        if (named is { Known: false })
        {
            return RowErrors.BadCountry(named.Value.Field.Name);
        }

        var states = metadata.Countries.FirstOrDefault(each => each.Code == named?.Pair.Key)?.States ?? [];
        return Find(input, values, state, stateCode, states) is { Known: false } wrong ? RowErrors.BadState(wrong.Field.Name) : null;
    }

    /// <summary>The pair of code and name that is meant: the code decides where it was sent, and a name that was sent with it must fit. Null when both are empty.</summary>
    private static (KeyValuePair<string, string> Pair, bool Known, SField Field)? Find(RowInput input, object?[] values, SField name, SField code, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var byCode = input.Has(code) || !input.Has(name);
        var key = byCode ? code : name;
        if (values[key.Number] is not string text)
        {
            values[name.Number] = null;
            values[code.Number] = null;
            return null;
        }

        foreach (var pair in pairs)
        {
            // The name's field takes the code too.
            if (string.Equals(pair.Key, text, StringComparison.OrdinalIgnoreCase) || !byCode && string.Equals(pair.Value, text, StringComparison.OrdinalIgnoreCase))
            {
                var fits = !byCode || !input.Has(name) || values[name.Number] is not string sent || string.Equals(sent, pair.Value, StringComparison.OrdinalIgnoreCase);
                values[name.Number] = pair.Value;
                values[code.Number] = pair.Key;
                return (pair, fits, name);
            }
        }

        return (default, false, key);
    }
}
