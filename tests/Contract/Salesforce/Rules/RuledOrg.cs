using System.Text;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Metadata;

namespace SfMarketo.Tests.Contract.Salesforce.Rules;

/// <summary>Orgs whose administrator has set something up.</summary>
internal static class RuledOrg
{
    public static Task<OrgHost> StartAsync(string metadata, SalesforceSwitches? switches = null) => OrgHost.StartAsync(Options(metadata, switches));

    public static SalesforceSimOptions Options(string metadata, SalesforceSwitches? switches = null) => new()
    {
        ConnectedApps = OrgHost.DefaultOptions.ConnectedApps,
        Users = OrgHost.DefaultOptions.Users,
        Queues = ["Inbound"],
        Metadata = MetadataReader.Read(Encoding.UTF8.GetBytes(metadata)),
        Switches = switches ?? new SalesforceSwitches(),
    };

    public static async Task<string?> Text(this OrgHost host, string id, string field) => (await host.Value(id, field)).GetString();

    public static async Task<System.Text.Json.JsonElement> Value(this OrgHost host, string id, string field)
    {
        var name = id[..3] switch
        {
            "001" => "Account",
            "003" => "Contact",
            "006" => "Opportunity",
            "00Q" => "Lead",
            "00U" => "Event",
            "00v" => "CampaignMember",
            _ => host.Org.Find(id)!.Object,
        };
        var answer = await host.Call("GET", $"sobjects/{name}/{id}?fields={field}");
        answer.Status.Should().Be(200, answer.Body);
        return answer[field];
    }
}
