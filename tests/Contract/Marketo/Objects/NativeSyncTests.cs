using System.Text.Json;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo.Objects;

/// <summary>A native CRM sync owns opportunities, roles and sales persons; one of Adobe's pages says disabled, the others read-only.</summary>
[Source("Marketo REST API, Opportunities; Opportunity roles; Sales persons")]
public sealed class NativeSyncTests
{
    [Theory]
    [InlineData(NativeCrm.Off, "opportunities", "externalOpportunityId", true, true)]
    [InlineData(NativeCrm.ReadOnly, "opportunities", "externalOpportunityId", true, false)]
    [InlineData(NativeCrm.Disabled, "opportunities", "externalOpportunityId", false, false)]
    [InlineData(NativeCrm.Off, "opportunities/roles", "leadId", true, true)]
    [InlineData(NativeCrm.ReadOnly, "opportunities/roles", "leadId", true, false)]
    [InlineData(NativeCrm.Disabled, "opportunities/roles", "leadId", false, false)]
    [InlineData(NativeCrm.Off, "salespersons", "externalSalesPersonId", true, true)]
    [InlineData(NativeCrm.ReadOnly, "salespersons", "externalSalesPersonId", true, false)]
    [InlineData(NativeCrm.Disabled, "salespersons", "externalSalesPersonId", false, false)]
    [InlineData(NativeCrm.Disabled, "namedaccounts", "name", true, true)]
    [Proves("GET /rest/v1/opportunities/describe.json")]
    [Proves("GET /rest/v1/opportunities/roles/describe.json")]
    [Proves("GET /rest/v1/salespersons/describe.json")]
    [Proves("GET /rest/v1/namedaccounts/describe.json")]
    [Proves("switch crm.native")]
    [Proves("code 1018")]
    public async Task Native_sync_takes_the_object_away(NativeCrm native, string path, string field, bool reads, bool writes)
    {
        await using var marketo = await MarketoHost.StartAsync(MarketoHost.Options.Switches with { CrmNative = native });

        Judge(await marketo.GetAsync($"/rest/v1/{path}/describe.json"), reads);
        Judge(await marketo.GetAsync($"/rest/v1/{path}.json?filterType={field}&filterValues=1"), reads);
        Judge(await marketo.PostAsync($"/rest/v1/{path}.json", """{"action":"updateOnly","input":[{}]}"""), writes);
        Judge(await marketo.PostAsync($"/rest/v1/{path}/delete.json", """{"input":[{}]}"""), writes);

        static void Judge(JsonElement answer, bool allowed)
        {
            if (allowed)
            {
                _ = answer.Result();
            }
            else
            {
                answer.ShouldFail("1018", "CRM Enabled");
            }
        }
    }
}
