using SfMarketo.MarketoSim.Companies;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.NamedAccounts;
using SfMarketo.MarketoSim.Opportunities;
using SfMarketo.MarketoSim.SalesPersons;

namespace SfMarketo.MarketoSim.Objects;

/// <summary>The kinds of records that every instance has.</summary>
internal sealed class ObjectKinds(PersonSchema people)
{
    public CompanyKind Company { get; } = new(people);

    public OpportunityKind Opportunity { get; } = new();

    public OpportunityRoleKind OpportunityRole { get; } = new();

    public SalesPersonKind SalesPerson { get; } = new();

    public NamedAccountKind NamedAccount { get; } = new();

    public NamedAccountListKind NamedAccountList { get; } = new();
}
