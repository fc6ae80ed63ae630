using SfMarketo.Sync.Flows.Firmographics;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.Salesforce;

namespace SfMarketo.Sync.Effects;

/// <summary>
/// Calls that change nothing, to the endpoints that an effect of a kind needs: when nothing else travels there, they tell "the endpoint is down" from "this record is too much for it"
/// (engine.md R10, R11). They go through the breakers, which hear the answer.
/// </summary>
/// <remarks>
/// Marketo skips an update without id (1002) and one of a company that cannot exist (1013): updateOnly creates nobody (practice.md section 1, 15). Salesforce refuses a field that no object
/// has before it looks for the row, which cannot exist either (INVALID_FIELD).
/// </remarks>
internal sealed class HarmlessProbes(MarketoClient marketo, SalesforceClient salesforce)
{
    private const string Nobody = "2147483647";
    private const string NoField = "NoSuchField__c";
    private const string NoAccount = "001000000000000AAA";

    private static readonly SalesforceId NoLead = SalesforceId.Parse("00Q000000000000EAA");

    /// <summary>False where every call would do something, or where other calls always pass.</summary>
    public static bool Has(EffectKind kind) => kind is EffectKind.MarketoIdentify or EffectKind.MarketoRead or EffectKind.MarketoCreate or EffectKind.MarketoUpdate or EffectKind.MarketoCompany
        or EffectKind.SalesforceCreate or EffectKind.SalesforceUpdate or EffectKind.SalesforceTask;

    /// <summary>Makes the call. Whatever its answer is, the breaker of its endpoints has heard it.</summary>
    public Task AskAsync(EffectKind kind, CancellationToken cancellationToken) => kind switch
    {
        EffectKind.MarketoIdentify or EffectKind.MarketoRead =>
            marketo.GetLeadsByFilterAsync("id", [Nobody], "id", Lane.Enrichment, cancellationToken),
        EffectKind.MarketoCreate or EffectKind.MarketoUpdate =>
            marketo.SyncLeadsAsync("updateOnly", "id", [new FieldBag()], Lane.Enrichment, cancellationToken),
        EffectKind.MarketoCompany =>
            marketo.SyncCompaniesAsync("updateOnly", [new FieldBag { { CompanyNews.CompanyKey, NoAccount } }], Lane.Enrichment, cancellationToken),
        EffectKind.SalesforceCreate or EffectKind.SalesforceUpdate or EffectKind.SalesforceTask =>
            salesforce.UpdateManyAsync([("Lead", NoLead, new FieldBag { { NoField, "" } })], allOrNone: false, AutoAssign.False, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nothing harmless is known for this kind."),
    };
}
