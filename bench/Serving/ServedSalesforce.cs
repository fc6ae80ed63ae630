using System.Globalization;
using System.Text.Json;

namespace SfMarketo.Bench.Serving;

/// <summary>The Salesforce simulator with leads of 25 fields.</summary>
internal sealed class ServedSalesforce : ServedSystem
{
    public override string Unit => "leads";

    public override int Records => 1_000_000;

    public override bool ComparesWithFirst => true;

    public override int ResidentGoal => 1_280;

    public override string Holds(int records) => FormattableString.Invariant($"{records:N0} leads of {Leads.Fields(0).Length} fields");

    public override string[] Server(int records, bool grown) => ["salesforce", records.ToString(CultureInfo.InvariantCulture)];

    public override async Task<string> SignInAsync(ServerProcess server)
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(SalesforceServer.SignIn);
        using var answer = await http.PostAsync(new Uri(server.Address, "/services/oauth2/token"), form);
        using var token = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return token.RootElement.GetProperty("access_token").GetString()!;
    }

    public override IReadOnlyList<ServedCase> Cases(int records, string firstId) => Leads.Cases(records, firstId);

    public override IReadOnlyList<ServedCase> GrowthCases(int records, string firstId) => Leads.GrowthCases(records, firstId);
}
