using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Engagement;
using SfMarketo.MarketoSim.Lists;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>What becomes of e-mails: shares, forks, merges.</summary>
public sealed class MailingTests
{
    private const int List = 1;
    private const int Email = 5;

    private static readonly MailingRates Certain = new() { HardBounces = 0, SoftBounces = 0, Opens = 1, Clicks = 1, Unsubscribes = 0, BotOpens = 0, BotClicks = 0 };

    private readonly FakeTimeProvider time = new(DateTimeOffset.Parse("2026-03-02T12:00:00Z", null));
    private readonly MarketoInstance marketo;

    public MailingTests() => marketo = new MarketoInstance(new MarketoSimOptions { Lists = [new MarketoList(List, "Everybody")], Emails = [new MarketoEmail(Email, "Launch") { Links = ["https://www.example.com/a", "https://www.example.com/b"] }] }, time, new Draws(7));

    [Fact]
    public void The_shares_are_those_of_the_rates()
    {
        Fill(1_000);

        marketo.SendEmailToList(List, Email, MailingRates.Usual with { Unsubscribes = 1 }).Should().Be(1_000);
        time.Advance(TimeSpan.FromDays(5));

        var types = marketo.Activities.GroupBy(activity => activity.TypeId).ToDictionary(group => group.Key, group => group.Count());
        types[6].Should().Be(1_000);
        types[7].Should().BeInRange(960, 995);
        types[9].Should().BeInRange(150, 240);
        types[10].Should().BeInRange(340, 460);
        types[11].Should().BeInRange(15, 60);
        types[27].Should().BeInRange(5, 30);
        marketo.People.Count(person => person.Get("unsubscribed") is true).Should().Be(types[9]);
        marketo.Activities.Where(activity => activity.TypeId == 11).Select(activity => activity.Attribute("Link")).Distinct().Should().HaveCount(2);
    }

    [Fact]
    public void A_fork_goes_on_as_its_origin_does()
    {
        Fill(50);
        marketo.SendEmailToList(List, Email, MailingRates.Usual);
        var fork = marketo.Fork(time);

        time.Advance(TimeSpan.FromDays(5));

        fork.Activities.Select(activity => (activity.Id, activity.TypeId, activity.PersonId, activity.At)).Should()
            .Equal(marketo.Activities.Select(activity => (activity.Id, activity.TypeId, activity.PersonId, activity.At)));
        fork.Activities.Should().Contain(activity => activity.TypeId == 10);
    }

    [Fact]
    public void What_comes_to_a_loser_comes_to_the_winner_and_nothing_to_the_deleted()
    {
        var ids = Fill(3);
        marketo.SendEmailToList(List, Email, Certain);

        marketo.MergePeople(ids[0], ids[1], "merge");
        marketo.DeletePerson(ids[2], "delete");
        time.Advance(TimeSpan.FromDays(5));

        marketo.Activities.Where(activity => activity.TypeId == 10).Select(activity => activity.PersonId).Should().Equal(ids[0], ids[0]);
    }

    [Fact]
    public void Each_event_is_due_at_its_own_instant_in_whole_milliseconds()
    {
        Fill(20);
        marketo.SendEmailToList(List, Email, MailingRates.Usual);

        while (marketo.NextDue is { } due)
        {
            (due.Ticks % TimeSpan.TicksPerMillisecond).Should().Be(0);
            time.SetUtcNow(due > time.GetUtcNow() ? due : time.GetUtcNow());
            marketo.RunDue();
        }

        marketo.Activities.Select(activity => activity.At).Should().BeInAscendingOrder();
        marketo.Activities.Should().Contain(activity => activity.TypeId == 7);
    }

    private int[] Fill(int count)
    {
        var ids = Enumerable.Range(0, count).Select(number => marketo.CreatePerson([new("email", $"p{number}@example.invalid")], "create")).ToArray();
        foreach (var id in ids)
        {
            marketo.AddToList(List, id);
        }

        return ids;
    }
}
