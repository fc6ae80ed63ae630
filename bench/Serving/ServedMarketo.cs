using System.Globalization;
using System.Text.Json;

namespace SfMarketo.Bench.Serving;

/// <summary>The Marketo simulator with people of 20 fields.</summary>
internal sealed class ServedMarketo : ServedSystem
{
    private const int ActivitiesEach = 5;

    public override string Unit => "people";

    public override int Records => 100_000;

    public override int ResidentGoal => 1_792;

    public override string Holds(int records) => FormattableString.Invariant($"{records:N0} people of 20 fields and {records * ActivitiesEach:N0} activities");

    public override string[] Server(int records, bool grown) => ["marketo", Format(records), Format(grown ? records * ActivitiesEach : records)];

    public override async Task<string> SignInAsync(ServerProcess server)
    {
        using var http = new HttpClient();
        using var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri(server.Address, MarketoServer.SignIn)));
        return answer.RootElement.GetProperty("access_token").GetString()!;
    }

    public override IReadOnlyList<ServedCase> Cases(int records, string firstId) => People.Cases(records, int.Parse(firstId, CultureInfo.InvariantCulture));

    public override IReadOnlyList<ServedCase> GrowthCases(int records, string firstId) => People.GrowthCases(records, int.Parse(firstId, CultureInfo.InvariantCulture));

    private static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);
}
