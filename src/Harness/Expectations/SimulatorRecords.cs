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
    private readonly AskedCampaigns asked = new(marketo);

    public IReadOnlyList<EndRecord> Rows(ScenarioObject of)
    {
        if (of == ScenarioObject.Person)
        {
            return [.. marketo.People.Where(person => person.IsLive).Select(person => new Person(person))];
        }

        if (of == ScenarioObject.Company)
        {
            return [.. marketo.Companies.Where(company => company.IsLive).Select(company => new Company(company))];
        }

        if (of == ScenarioObject.ListMember)
        {
            return [.. marketo.Lists.SelectMany(list => marketo.ListMembers(list.Id).Select(person => new Member([new("listId", list.Id), new("list", list.Name), new("personId", person)])))];
        }

        if (of == ScenarioObject.ProgramMember)
        {
            return
            [
                .. marketo.Options.Programs.SelectMany(program => marketo.ProgramMembers(program.Id).Select(member =>
                    new Member([new("programId", program.Id), new("program", program.Name), new("personId", member.PersonId), new("status", member.Status)]))),
            ];
        }

        return of == ScenarioObject.CampaignRequest
            ? [.. asked.Requests.Select((request, place) => new Request(place, request, NameOf(request.CampaignId)))]
            : [.. salesforce.Rows(of.Name).Select(row => new Row(row))];
    }

    public EndRecord? Find(ScenarioObject of, string key)
    {
        if (of == ScenarioObject.Person)
        {
            return marketo.FindPerson(Number(key)) is { IsLive: true } person ? new Person(person) : null;
        }

        if (of == ScenarioObject.Company)
        {
            return marketo.FindCompany(Number(key)) is { } company ? new Company(company) : null;
        }

        if (of == ScenarioObject.CampaignRequest)
        {
            var place = Number(key) - 1;
            return place >= 0 && place < asked.Requests.Count && asked.Requests[place] is { } request ? new Request(place, request, NameOf(request.CampaignId)) : null;
        }

        if (of == ScenarioObject.ListMember || of == ScenarioObject.ProgramMember)
        {
            var slash = key.IndexOf('/', StringComparison.Ordinal);
            var (holder, person) = (Number(key[..slash]), Number(key[(slash + 1)..]));
            return of == ScenarioObject.ListMember ? ListMember(holder, person) : ProgramMember(holder, person);
        }

        return salesforce.Find(key) is { Deleted: false } row && row.Object == of.Name ? new Row(row) : null;
    }

    private Member? ListMember(int listId, int personId) =>
        marketo.IsInList(listId, personId) && marketo.Lists.FirstOrDefault(list => list.Id == listId) is { } list
            ? new Member([new("listId", listId), new("list", list.Name), new("personId", personId)])
            : null;

    private Member? ProgramMember(int programId, int personId) =>
        marketo.FindMember(programId, personId) is { } member && marketo.Options.Programs.FirstOrDefault(program => program.Id == programId) is { } program
            ? new Member([new("programId", programId), new("program", program.Name), new("personId", personId), new("status", member.Status)])
            : null;

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private string NameOf(int campaignId) => campaigns.FirstOrDefault(campaign => campaign.Id == campaignId)?.Name ?? "";

    private sealed class Person(PersonView person) : EndRecord
    {
        public override string Id { get; } = person.Id.ToString(CultureInfo.InvariantCulture);

        public override object? Get(string field) => person.Get(field);
    }

    private sealed class Company(CompanyView company) : EndRecord
    {
        public override string Id { get; } = company.Id.ToString(CultureInfo.InvariantCulture);

        public override object? Get(string field) => field switch
        {
            "id" => company.Id,
            "externalCompanyId" => company.ExternalId,
            _ => company.Get(field),
        };
    }

    /// <summary>A person in a list or a program; known by what it is made of.</summary>
    private sealed class Member(KeyValuePair<string, object>[] fields) : EndRecord
    {
        public override string Id { get; } = string.Join('/', fields.Select(field => Convert.ToString(field.Value, CultureInfo.InvariantCulture)));

        public override string Key => string.Create(CultureInfo.InvariantCulture, $"{fields[0].Value}/{Get("personId")}");

        public override object? Get(string field) =>
            Array.Find(fields, known => known.Key == field) is { Key: not null } found ? found.Value : throw new ArgumentException($"A member has no field {field}.", nameof(field));
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
