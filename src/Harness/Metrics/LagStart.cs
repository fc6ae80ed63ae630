using System.Globalization;
using SfMarketo.Harness.Checks;
using SfMarketo.MarketoSim;
using SfMarketo.SalesforceSim;

namespace SfMarketo.Harness.Metrics;

/// <summary>What both systems hold before the first record beyond people: what deals and companies are timed against.</summary>
/// <param name="Opportunities">Deleted ones too.</param>
/// <param name="Roles">OpportunityContactRole, deleted ones too.</param>
/// <param name="Companies">Of Marketo.</param>
public sealed record LagStart(IReadOnlyList<StateRecord> Opportunities, IReadOnlyList<StateRecord> Roles, IReadOnlyList<StateRecord> Companies)
{
    public static LagStart Empty { get; } = new([], [], []);

    /// <summary>Everything as it is now. Take it while no call runs.</summary>
    public static LagStart Read(MarketoInstance marketo, SalesforceOrg salesforce)
    {
        ArgumentNullException.ThrowIfNull(marketo);
        ArgumentNullException.ThrowIfNull(salesforce);
        return new LagStart(
            Rows(salesforce, "Opportunity"),
            Rows(salesforce, "OpportunityContactRole"),
            [.. marketo.Companies.Select(company => new StateRecord(company.Id.ToString(CultureInfo.InvariantCulture), company.IsLive, company.Get))]);
    }

    private static StateRecord[] Rows(SalesforceOrg salesforce, string @object) =>
        [.. salesforce.Rows(@object, includeDeleted: true).Select(row => new StateRecord(row.Id, !row.Deleted, row.Get))];
}
