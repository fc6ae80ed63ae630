using System.Globalization;
using SfMarketo.Harness.Scenarios;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.SalesforceSim;

namespace SfMarketo.Harness.Expectations;

/// <summary>Reads both simulators beside their APIs: no call, no quota, no record.</summary>
/// <param name="marketo">The Marketo instance.</param>
/// <param name="salesforce">The Salesforce org.</param>
/// <param name="campaigns">Names by id, for campaign requests.</param>
public sealed class SimulatorRecords(MarketoInstance marketo, SalesforceOrg salesforce, IReadOnlyList<MarketoCampaign> campaigns) : IEndRecords
{
    public IReadOnlyList<EndRecord> Rows(ScenarioObject of)
    {
        if (of == ScenarioObject.Person)
        {
            return [.. marketo.People.Where(person => person.IsLive).Select(person => new Person(person))];
        }

        return of == ScenarioObject.CampaignRequest
            ? [.. marketo.CampaignRequests.Select((request, place) => new Request(place, request, NameOf(request.CampaignId)))]
            : [.. salesforce.Rows(of.Name).Select(row => new Row(row))];
    }

    private string NameOf(int campaignId) => campaigns.FirstOrDefault(campaign => campaign.Id == campaignId)?.Name ?? "";

    private sealed class Person(PersonView person) : EndRecord
    {
        public override string Id { get; } = person.Id.ToString(CultureInfo.InvariantCulture);

        public override object? Get(string field) => person.Get(field);
    }

    private sealed class Row(RowView row) : EndRecord
    {
        public override string Id => row.Id;

        public override object? Get(string field) => row.Get(field);
    }

    private sealed class Request(int place, CampaignRequest request, string campaign) : EndRecord
    {
        public override string Id { get; } = (place + 1).ToString(CultureInfo.InvariantCulture);

        public override object? Get(string field) => field switch
        {
            "campaignId" => request.CampaignId,
            "campaign" => campaign,
            "personId" => request.PersonId,
            _ => throw new ArgumentException($"A campaign request has no field {field}.", nameof(field)),
        };
    }
}
