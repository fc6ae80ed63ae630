using System.Globalization;
using SfMarketo.MarketoSim;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Org.Conversion;
using SfMarketo.Sync.State;

namespace SfMarketo.Tests.Virtual;

/// <content>What people do in both systems, and what a test sees there.</content>
internal sealed partial class Stage
{
    /// <summary>Longer than the longest pause of a poll after failures.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(8);

    public IReadOnlyList<RowView> Leads => World.Salesforce.Rows("Lead");

    public IReadOnlyList<RowView> Contacts => World.Salesforce.Rows("Contact");

    /// <summary>People who live.</summary>
    public IReadOnlyList<PersonView> People => [.. World.Marketo.People.Where(person => person.IsLive)];

    /// <summary>The dead letters at the story's end.</summary>
    public IReadOnlyList<DeadLetter> Letters { get; private set; } = [];

    /// <summary>Keeps calls and commits of both simulators from now on.</summary>
    public CallLog Record()
    {
        var log = new CallLog();
        World.Marketo.Recorder.Add(log);
        World.Salesforce.Recorder.Add(log);
        return log;
    }

    /// <summary>A Lead with an address of its own.</summary>
    public string CreateLead(string name, params (string Field, object? Value)[] with) =>
        World.Salesforce.CreateRow("Lead", Merged([("FirstName", name), ("LastName", "Tester"), ("Company", "Testers"), ("Email", Email(name))], with), "lead created");

    public string CreateContact(string name, params (string Field, object? Value)[] with)
    {
        var account = World.Salesforce.CreateRow("Account", [new("Name", "Testers")], "account created");
        return World.Salesforce.CreateRow("Contact", Merged([("FirstName", name), ("LastName", "Tester"), ("AccountId", account), ("Email", Email(name))], with), "contact created");
    }

    public void Edit(string id, string field, object? value) => World.Salesforce.UpdateRow(id, [new(field, value)], "edited");

    public LeadConversionResult Convert(string leadId, LeadConversion? options = null) =>
        World.Salesforce.ConvertLead(leadId, options ?? new LeadConversion { DoNotCreateOpportunity = true }, "convert");

    public int CreatePerson(string name, params (string Field, object? Value)[] with) =>
        World.Marketo.CreatePerson(Merged([("firstName", name), ("lastName", "Tester"), ("email", Email(name))], with), "person created");

    public void EditPerson(int id, string field, object? value) => World.Marketo.UpdatePerson(id, [new(field, value)], "person edited");

    public void Qualify(int id) => EditPerson(id, "lifecycleStage", "MQL");

    public RowView Row(string id) => World.Salesforce.Find(id)!;

    public PersonView Person(int id) => World.Marketo.FindPerson(id)!;

    /// <summary>The only live person stamped with a record's Id.</summary>
    public PersonView PersonOf(string salesforceId) => Person(People.Where(person => Equals(person.Get("sfdcPersonId"), salesforceId)).Select(person => person.Id).Should().ContainSingle("{0} has one person", salesforceId).Which);

    /// <summary>How often the suppression campaign was requested for a person.</summary>
    public int SuppressionsOf(int personId) => World.Marketo.CampaignRequests.Count(request => request.PersonId == personId);

    /// <summary>Waits until the engine has nothing under way and neither system was written to for a while, then ends its life in order.</summary>
    public async Task EndAsync(TimeSpan atMost, TimeSpan? quiet = null)
    {
        var still = quiet ?? Quiet;
        var latest = World.Clock.GetUtcNow() + atMost + still;
        var (quietSince, writes) = (World.Clock.GetUtcNow(), Writes());
        while (World.Clock.GetUtcNow() - quietSince < still && World.Clock.GetUtcNow() < latest)
        {
            await WaitAsync(TimeSpan.FromMinutes(1));
            if (Writes() != writes || !await IsAtRestAsync())
            {
                (quietSince, writes) = (World.Clock.GetUtcNow(), Writes());
            }
        }

        (World.Clock.GetUtcNow() - quietSince).Should().BeGreaterThanOrEqualTo(still, "after {0} nothing is under way any more, yet there is {1}", atMost, await Life.Engine.StatusAsync());
        Letters = await Life.Engine.DeadLettersAsync();
        await Life.StopAsync();
    }

    /// <summary>Every open Lead and every Contact has a person of its own with the same values, linked both ways.</summary>
    public void ShouldBeInStep()
    {
        var rows = Leads.Where(lead => lead.Get("IsConverted") is false).Concat(Contacts).ToList();
        rows.Should().NotBeEmpty();
        Letters.Should().BeEmpty();
        foreach (var row in rows)
        {
            var person = PersonOf(row.Id);
            row.Text("MarketoPersonId__c").Should().Be(person.Id.ToString(CultureInfo.InvariantCulture), row.Id);
            foreach (var (salesforce, marketo) in new[] { ("Email", "email"), ("FirstName", "firstName"), ("LastName", "lastName"), ("MobilePhone", "mobilePhone") })
            {
                person.Get(marketo).Should().Be(row.Get(salesforce), "{0} of {1}", salesforce, row.Id);
            }
        }

        People.Select(person => person.Get("email")).OfType<string>().Should().OnlyHaveUniqueItems("no human is two people");
    }

    private long Writes() => World.Marketo.Recorder.LastCommit + World.Salesforce.Recorder.LastCommit;

    private async Task<bool> IsAtRestAsync() => await Life.Engine.StatusAsync() is { Inbox: 0, Outbox: 0, Intents: 0 };

    private static string Email(string name) => name.ToLowerInvariant() + "@example.com";

    private static List<KeyValuePair<string, object?>> Merged((string Field, object? Value)[] given, (string Field, object? Value)[] with) =>
        [.. given.Where(field => with.All(other => other.Field != field.Field)).Concat(with).Select(field => new KeyValuePair<string, object?>(field.Field, field.Value))];
}
