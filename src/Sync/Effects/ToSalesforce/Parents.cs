using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToSalesforce;

/// <summary>Rows that Salesforce locks along with the one that is written: two calls on children of one parent end in UNABLE_TO_LOCK_ROW (engine.md R25, A5).</summary>
internal static class Parents
{
    /// <returns>A key for the Account of a pair's Contact, as far as it is known: while accounts become companies.</returns>
    public static IReadOnlyList<string> Of(StateTransaction state, Link link) =>
        link.Object == SalesforceObject.Contact && state.Companies.AccountOf(link.MarketoId) is { } account ? ["children of " + account] : [];
}
