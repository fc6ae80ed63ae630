using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Options;
using SfMarketo.Tests.Contract.Hosting;

namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>One consent for all people of an address. Source: Adobe, "Durable unsubscribe" (shared/reference/practice.md 1.1).</summary>
public sealed class DurableUnsubscribeTests
{
    private const string One = "one@example.invalid";
    private const string Other = "other@example.invalid";

    private readonly RecordList records = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void All_people_of_an_address_share_it_in_both_directions(bool durable)
    {
        var marketo = Start(durable);
        var (first, second, third) = (Create(marketo, One), Create(marketo, "ONE@example.invalid"), Create(marketo, Other));

        marketo.Unsubscribe(first, null, "enough");
        Consents(marketo, first, second, third).Should().Equal(true, durable, false);
        marketo.UpdatePerson(second, [new("unsubscribed", false)], "edit");

        Consents(marketo, first, second, third).Should().Equal(!durable, false, false);
        records.Commits.Count(commit => commit.Cause == "durable unsubscribe" && commit.Actor == Actor.Rule).Should().Be(durable ? 2 : 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_new_person_of_an_unsubscribed_address_is_unsubscribed_even_after_the_old_ones_end(bool durable)
    {
        var marketo = Start(durable);
        var first = Create(marketo, One);
        marketo.Unsubscribe(first, null, "enough");
        marketo.DeletePerson(first, "delete");

        var again = Create(marketo, One);

        Consents(marketo, again).Should().Equal(durable);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_changed_address_takes_over_the_new_ones_status(bool durable)
    {
        var marketo = Start(durable);
        var (first, second) = (Create(marketo, One), Create(marketo, Other));
        marketo.Unsubscribe(first, null, "enough");

        marketo.UpdatePerson(first, [new("email", "new@example.invalid")], "edit");
        marketo.UpdatePerson(second, [new("email", One)], "edit");

        Consents(marketo, first, second).Should().Equal(!durable, durable);
        marketo.Activities.Where(activity => activity.Attribute("Reason") as string == "resetLeadEmailStatus").Select(activity => (activity.PersonId, activity.Attribute("New Value")))
            .Should().Equal(durable ? [(first, "false"), (second, "true")] : []);
    }

    [Fact]
    public void An_opt_out_written_together_with_the_new_address_stays()
    {
        var marketo = Start(true);
        var (first, second) = (Create(marketo, One), Create(marketo, Other));
        marketo.Unsubscribe(first, null, "enough");

        marketo.UpdatePerson(first, [new("email", Other), new("unsubscribed", true)], "edit");

        Consents(marketo, first, second).Should().Equal(true, true);
    }

    [Fact]
    public void An_opt_in_written_together_with_an_unsubscribed_address_does_not_undo_it()
    {
        var marketo = Start(true);
        var (first, second) = (Create(marketo, One), Create(marketo, Other));
        marketo.Unsubscribe(first, null, "enough");

        marketo.UpdatePerson(second, [new("email", One), new("unsubscribed", false)], "edit");

        Consents(marketo, first, second).Should().Equal(true, true);
    }

    private MarketoInstance Start(bool durable)
    {
        var options = new MarketoSimOptions { Switches = new MarketoSwitches { UnsubscribeDurable = durable } };
        var marketo = new MarketoInstance(options, new FakeTimeProvider(DateTimeOffset.Parse("2026-03-02T12:00:00Z", null)), new Draws(7));
        marketo.Recorder.Add(records);
        return marketo;
    }

    private static int Create(MarketoInstance marketo, string email) => marketo.CreatePerson([new("email", email)], "create");

    private static bool[] Consents(MarketoInstance marketo, params int[] ids) => [.. ids.Select(id => (bool)marketo.FindPerson(id)!.Get("unsubscribed")!)];
}
