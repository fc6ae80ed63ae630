using SfMarketo.Kernel.Faults;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Virtual;

/// <summary>Rows that others keep locked wait in a lane of their own and are never given up (engine.md R25, A5).</summary>
public sealed class LockedRowTests
{
    private const string Locked = "UNABLE_TO_LOCK_ROW";
    private const string Writes = "/services/data/*/composite/sobjects*";

    [Fact]
    public async Task Rows_that_others_keep_locked_for_two_hours_are_written_when_they_are_let_go()
    {
        await using var stage = await Stage.SetAsync();
        var log = stage.Record();
        var leads = new List<string>();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            for (var lead = 0; lead < 12; lead++)
            {
                leads.Add(stage.CreateLead("Lead" + lead));
            }

            await stage.WaitAsync(TimeSpan.FromMinutes(3));
            stage.World.Salesforce.Faults.Add(new FaultMatch { Path = Writes }, new Occurrence(times: null), [new RecordEffect(Locked)]);
            leads.ForEach(lead => stage.EditPerson(stage.PersonOf(lead).Id, "leadScore", 42));
            var newcomer = stage.CreatePerson("Newcomer");
            stage.Qualify(newcomer);
            stage.Fills(stage.PersonOf(leads[0]).Id);
            await stage.WaitAsync(TimeSpan.FromHours(1));
            stage.EditPerson(newcomer, "leadScore", 43);
            await stage.WaitAsync(TimeSpan.FromHours(1));
            stage.World.Salesforce.Faults.Clear();
            await stage.WaitAsync(TimeSpan.FromMinutes(2));
            leads.Should().AllSatisfy(lead => stage.Row(lead).Get("Lead_Score__c").Should().Be(42), "nobody waits longer than a minute for a lock that is gone");
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.Letters.Should().BeEmpty();
        stage.ShouldBeInStep();
        stage.Leads.Should().HaveCount(13);
        stage.Leads.Should().ContainSingle(row => Equals(row.Get("FirstName"), "Newcomer")).Which.Get("Lead_Score__c").Should().Be(43, "a Lead that waits is made of what its person is now");
        stage.Tasks.Should().HaveCount(1);
        Refused(log).Should().BeInRange(100, 600, "they are tried about once a minute, and together: updates, the create and the Task");
    }

    [Fact]
    public async Task Children_of_a_locked_account_are_tried_one_at_a_time_while_others_go_on()
    {
        await using var stage = await Stage.SetAsync();
        var log = stage.Record();
        var (children, others) = (new List<string>(), new List<string>());
        var (from, until, late) = (0L, 0L, 0);
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var account = stage.World.Salesforce.CreateRow("Account", [new("Name", "Locked")], "account created");
            for (var contact = 0; contact < 40; contact++)
            {
                children.Add(stage.CreateContact("Child" + contact, ("AccountId", account)));
                others.Add(stage.CreateLead("Lead" + contact));
            }

            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            foreach (var child in children)
            {
                stage.World.Salesforce.Faults.Add(new FaultMatch { Path = Writes, Body = child }, new Occurrence(times: null), [new RecordEffect(Locked)]);
            }

            from = Micros.From(stage.World.Clock.GetUtcNow());
            children.ForEach(child => stage.EditPerson(stage.PersonOf(child).Id, "leadScore", 7));
            for (var round = 0; round < 30; round++)
            {
                others.ForEach(lead => stage.EditPerson(stage.PersonOf(lead).Id, "leadScore", round));
                await stage.WaitAsync(TimeSpan.FromMinutes(2));
                late += others.Count(lead => Score(stage, lead) != round);
            }

            until = Micros.From(stage.World.Clock.GetUtcNow());
            stage.World.Salesforce.Faults.Clear();
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.Letters.Should().BeEmpty();
        children.Should().AllSatisfy(child => stage.Row(child).Get("Lead_Score__c").Should().Be(7));
        late.Should().BeLessThan(80, "but for the first calls, which were mixed, the others are not held up");
        var tries = log.Calls.Where(call => call.At > from && call.At < until && call.Codes.Contains(Locked)).OrderBy(call => call.At).ToList();
        tries.Should().HaveCountLessThan(120, "the account is tried, not each child");
        tries.Skip(10).Should().OnlyContain(call => call.Records == 1, "alone, once it is known that the lock stays");
        tries.Zip(tries.Skip(1)).Should().OnlyContain(pair => pair.First.DoneAt <= pair.Second.At, "parents are never in two calls at once");
    }

    [Fact]
    public async Task One_row_that_stays_locked_does_not_hold_up_its_siblings()
    {
        await using var stage = await Stage.SetAsync();
        var children = new List<string>();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var account = stage.World.Salesforce.CreateRow("Account", [new("Name", "Shared")], "account created");
            for (var contact = 0; contact < 10; contact++)
            {
                children.Add(stage.CreateContact("Child" + contact, ("AccountId", account)));
            }

            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.World.Salesforce.Faults.Add(new FaultMatch { Path = Writes, Body = children[0] }, new Occurrence(times: null), [new RecordEffect(Locked)]);
            children.ForEach(child => stage.EditPerson(stage.PersonOf(child).Id, "leadScore", 7));
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            children.Skip(1).Should().AllSatisfy(child => stage.Row(child).Get("Lead_Score__c").Should().Be(7));
            stage.Row(children[0]).Get("Lead_Score__c").Should().NotBe(7);
            await stage.WaitAsync(TimeSpan.FromMinutes(30));
            children.Skip(1).ToList().ForEach(child => stage.EditPerson(stage.PersonOf(child).Id, "leadScore", 8));
            await stage.WaitAsync(TimeSpan.FromMinutes(3));
            children.Skip(1).Should().AllSatisfy(child => stage.Row(child).Get("Lead_Score__c").Should().Be(8));
            stage.World.Salesforce.Faults.Clear();
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.Letters.Should().BeEmpty();
        stage.Row(children[0]).Get("Lead_Score__c").Should().Be(7);
    }

    private static int Score(Stage stage, string id) => Convert.ToInt32(stage.Row(id).Get("Lead_Score__c"), System.Globalization.CultureInfo.InvariantCulture);

    private static int Refused(CallLog log) => log.Calls.Count(call => call.Codes.Contains(Locked));
}
