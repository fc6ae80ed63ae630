using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects.ToSalesforce;

/// <summary>The record that Salesforce locks along with a Contact: two calls at once on Contacts of one Account end in UNABLE_TO_LOCK_ROW (engine.md R25, A5).</summary>
internal static class ParentLocks
{
    /// <summary>The lock of the Contact's Account; null for a Lead, and for a Contact whose Account is not known.</summary>
    public static string? Of(StateTransaction state, Link link) =>
        link.Object == SalesforceObject.Contact && state.Companies.AccountOf(link.MarketoId) is { } account ? "children of " + account : null;
}
