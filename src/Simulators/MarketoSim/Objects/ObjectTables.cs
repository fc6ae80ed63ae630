using SfMarketo.MarketoSim.CustomObjects;
using SfMarketo.MarketoSim.NamedAccounts;

namespace SfMarketo.MarketoSim.Objects;

/// <summary>All records of the lead database other than people. Keeps the kinds too, as custom ones come while the instance runs.</summary>
internal sealed class ObjectTables
{
    private readonly SortedDictionary<string, ObjectTable> custom;

    public ObjectTables(ObjectKinds kinds, IReadOnlyList<MarketoCustomObject> customObjects)
    {
        Kinds = kinds;
        Companies = new(kinds.Company);
        Opportunities = new(kinds.Opportunity);
        OpportunityRoles = new(kinds.OpportunityRole);
        SalesPersons = new(kinds.SalesPerson);
        NamedAccounts = new(kinds.NamedAccount);
        NamedAccountLists = new(kinds.NamedAccountList);
        AccountsOfLists = new();
        custom = new(StringComparer.Ordinal);
        foreach (var type in customObjects)
        {
            Add(type);
        }
    }

    private ObjectTables(ObjectTables other)
    {
        Kinds = other.Kinds;
        Companies = other.Companies.Fork();
        Opportunities = other.Opportunities.Fork();
        OpportunityRoles = other.OpportunityRoles.Fork();
        SalesPersons = other.SalesPersons.Fork();
        NamedAccounts = other.NamedAccounts.Fork();
        NamedAccountLists = other.NamedAccountLists.Fork();
        AccountsOfLists = other.AccountsOfLists.Fork();
        custom = new(StringComparer.Ordinal);
        foreach (var (name, table) in other.custom)
        {
            custom.Add(name, table.Fork());
        }
    }

    public ObjectKinds Kinds { get; }

    public ObjectTable Companies { get; }

    public ObjectTable Opportunities { get; }

    public ObjectTable OpportunityRoles { get; }

    public ObjectTable SalesPersons { get; }

    public ObjectTable NamedAccounts { get; }

    public ObjectTable NamedAccountLists { get; }

    public AccountLists AccountsOfLists { get; }

    /// <summary>Custom objects by API name, sorted.</summary>
    public IReadOnlyDictionary<string, ObjectTable> Custom => custom;

    /// <summary>All tables; the custom ones last, by API name.</summary>
    public IEnumerable<ObjectTable> All => [Companies, Opportunities, OpportunityRoles, SalesPersons, NamedAccounts, NamedAccountLists, .. custom.Values];

    public ObjectTable? FindCustom(string apiName) => custom.GetValueOrDefault(apiName);

    /// <summary>Makes a custom object.</summary>
    /// <exception cref="ArgumentException">The name is taken, there are too many, or its fields do not fit together.</exception>
    public void Add(MarketoCustomObject type)
    {
        if (custom.ContainsKey(type.ApiName))
        {
            throw new ArgumentException($"There is a custom object '{type.ApiName}' already.", nameof(type));
        }

        if (custom.Count == CustomObjectKind.MaxTypes)
        {
            throw new ArgumentException($"An instance has at most {CustomObjectKind.MaxTypes} custom objects.", nameof(type));
        }

        custom.Add(type.ApiName, new ObjectTable(new CustomObjectKind(type)));
    }

    public ObjectTables Fork() => new(this);
}
