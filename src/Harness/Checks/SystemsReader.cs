using System.Globalization;
using SfMarketo.MarketoSim;
using SfMarketo.SalesforceSim;

namespace SfMarketo.Harness.Checks;

/// <summary>Reads what both simulators hold, beside their APIs and costing no call.</summary>
public static class SystemsReader
{
    /// <summary>Everything as it is now. Take it while no call runs.</summary>
    public static SystemsState Read(MarketoInstance marketo, SalesforceOrg salesforce)
    {
        ArgumentNullException.ThrowIfNull(marketo);
        ArgumentNullException.ThrowIfNull(salesforce);
        return new SystemsState(
            marketo.NowMicros,
            [.. marketo.People.Select(person => new StateRecord(person.Id.ToString(CultureInfo.InvariantCulture), person.IsLive, person.Get))],
            Rows(salesforce, RecordWords.Lead),
            Rows(salesforce, RecordWords.Contact));
    }

    private static StateRecord[] Rows(SalesforceOrg salesforce, string @object) =>
        [.. salesforce.Rows(@object, includeDeleted: true).Select(row => new StateRecord(row.Id, !row.Deleted, row.Get))];
}
