using System.Globalization;
using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.Expectations.OverTime;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Kernel.Randomness;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Harness.Expectations;

/// <summary>What is kept up row by row is what a look at all rows finds, after any changes.</summary>
public sealed class WatchTests
{
    private static readonly string?[] Values = [null, "a", "b", "c"];

    [Theory]
    [InlineData("{ every: salesforce Lead, where: { Status: a }, has: { exactly: 1, of: marketo person, with: { sfdcPersonId: $Id, email: $Email } } }")]
    [InlineData("{ every: salesforce Lead, has: { exactly: 1, of: marketo person, with: { email: $Email, lifecycleStage: a, firstName: $Status } } }")]
    [InlineData("{ every: salesforce Lead, where: { Status: { not: b } }, has: { exactly: 2, of: marketo person, with: { lifecycleStage: a } } }")]
    [InlineData("{ every: salesforce Lead, has: { exactly: 1, of: salesforce Lead, with: { Email: $Email } } }")]
    [InlineData("{ every: salesforce Lead, where: { Status: a }, has: { with: { Email: $LastName } } }")]
    [InlineData("{ count: salesforce Lead, where: { Status: a, Email: { not: null } }, is: 3 }")]
    public void Each_change_alone_leads_to_what_a_look_at_everything_finds(string yaml)
    {
        var expectation = HeldStage.Read(yaml);
        var records = new FakeRecords();
        var draws = new Draws(11);
        for (var number = 0; number < 6; number++)
        {
            Change(records, draws, []);
        }

        TrackedRows leads = new(records, ScenarioObject.Lead), people = new(records, ScenarioObject.Person);
        Watch watch = expectation switch
        {
            Expectation.Every { Of: { } of } every => new EveryWatch(every, leads, of == ScenarioObject.Lead ? leads : people, null, 0),
            Expectation.Every every => new EveryWatch(every, leads, null, null, 0),
            Expectation.Count count => new CountWatch(count, leads),
            _ => throw new ArgumentException(yaml),
        };
        HashSet<long> wrong = [];
        for (var instant = 1; instant <= 2_000; instant++)
        {
            for (var change = draws.Next(4); change > 0; change--)
            {
                Change(records, draws, [leads, people]);
            }

            foreach (var rows in (TrackedRows[])[people, leads])
            {
                rows.Refresh();
                watch.Apply(rows, instant);
            }

            var seen = new ExpectationJudge(records, [], 0).Judge([expectation]).Single();
            (watch.All && (expectation is Expectation.Count || watch.Fitting > 0)).Should().Be(seen.Passed, "at instant {0}: {1}", instant, watch.Value);
            if (expectation is Expectation.Every)
            {
                watch.Fitting.Should().Be(seen.Examined);
                watch.Value.Should().StartWith(string.Create(CultureInfo.InvariantCulture, $"{(seen.Examined == 0 ? 0 : seen.Failures.Select(failure => failure.Split(' ')[2]).Distinct().Count())} of "));
            }

            wrong.Add(seen.Failures.Count);
        }

        wrong.Should().HaveCountGreaterThan(1, "the changes matter");
    }

    [Fact]
    public void Memberships_that_end_or_move_with_a_person_are_read_again_although_they_have_no_commits()
    {
        var records = new FakeRecords().Add(ScenarioObject.ListMember, "1/7").Add(ScenarioObject.ListMember, "1/8");
        var members = new TrackedRows(records, ScenarioObject.ListMember);

        members.Mark(Commit("ListMember", "1/8", "update")).Should().BeTrue();
        members.Mark(Commit("Person", "7", "update")).Should().BeFalse();
        members.Mark(Commit("Person", "7", "merge")).Should().BeTrue();
        records.Remove(ScenarioObject.ListMember, "1/7");
        records.Add(ScenarioObject.ListMember, "1/9");
        members.Refresh();

        members.Live.Keys.Should().BeEquivalentTo("1/8", "1/9");
        members.Changes.Select(change => (change.Key, change.After is null)).Should().Equal(("1/7", true), ("1/8", false), ("1/9", false));
    }

    [Fact]
    public void Campaign_requests_are_numbered_in_the_order_in_which_they_come()
    {
        var records = new FakeRecords().Add(ScenarioObject.CampaignRequest, "1", ("personId", 7));
        var requests = new TrackedRows(records, ScenarioObject.CampaignRequest);

        requests.Mark(Commit("CampaignRequest", "5/7", "create"));
        requests.Mark(Commit("CampaignRequest", "5/7", "create"));
        records.Add(ScenarioObject.CampaignRequest, "2", ("personId", 7)).Add(ScenarioObject.CampaignRequest, "3", ("personId", 7));
        requests.Refresh();

        requests.Changes.Select(change => change.Key).Should().Equal("2", "3");
        requests.Refresh();
        requests.Changes.Should().BeEmpty();
    }

    private static CommitEntry Commit(string of, string id, string op) => new(1, of is "Lead" ? "salesforce" : "marketo", 0, 0, of, id, op, Actor.Human, "test", []);

    private static void Change(FakeRecords records, Draws draws, TrackedRows[] tracked)
    {
        var of = draws.Next(2) == 0 ? ScenarioObject.Lead : ScenarioObject.Person;
        var id = string.Create(CultureInfo.InvariantCulture, $"{(of == ScenarioObject.Lead ? "00Q" : "10")}{draws.Next(5)}");
        foreach (var rows in tracked)
        {
            rows.Mark(Commit(of == ScenarioObject.Lead ? "Lead" : "Person", id, "update"));
        }

        if (draws.Next(5) == 0)
        {
            records.Remove(of, id);
        }
        else if (of == ScenarioObject.Lead)
        {
            records.Set(of, id, ("Status", draws.Pick(Values)), ("Email", draws.Pick(Values)), ("LastName", draws.Pick(Values)));
        }
        else
        {
            records.Set(of, id, ("sfdcPersonId", $"00Q{draws.Next(5)}"), ("email", draws.Pick(Values)), ("lifecycleStage", draws.Pick(Values)), ("firstName", draws.Pick(Values)));
        }
    }
}
