namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>Which objects have addresses with state and country, for the state and country picklists.</summary>
internal static class StateCountry
{
    /// <summary>What stands before <c>State</c> and <c>Country</c> in the object's fields.</summary>
    public static IReadOnlyList<string> PrefixesOf(string name) => name switch
    {
        "Lead" => [""],
        "Contact" => ["Mailing", "Other"],
        "Account" => ["Billing", "Shipping"],
        _ => [],
    };
}
