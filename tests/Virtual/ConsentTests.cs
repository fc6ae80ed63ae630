using SfMarketo.Harness.Network;

namespace SfMarketo.Tests.Virtual;

/// <summary>An opt-out reaches both systems and stays; an opt-in needs a human's word (engine.md A17).</summary>
public sealed class ConsentTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task An_opt_out_flows_from_either_side_and_an_unticked_box_flows_back()
    {
        await using var stage = await Stage.SetAsync();
        var (ada, bob) = ("", "");
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            (ada, _) = await stage.LinkedLeadAsync("Ada");
            (bob, var person) = await stage.LinkedLeadAsync("Bob");
            stage.Edit(ada, "HasOptedOutOfEmail", true);
            stage.World.Marketo.Unsubscribe(person, null, "asked for it");
            await stage.WaitAsync(TimeSpan.FromMinutes(3));
            stage.PersonOf(ada).Get("unsubscribed").Should().Be(true);
            stage.Row(bob).Get("HasOptedOutOfEmail").Should().Be(true);
            stage.Edit(ada, "HasOptedOutOfEmail", false);
            await stage.EndAsync(Long);
        });

        Flags(stage, ada).Should().Be((false, false));
        Flags(stage, bob).Should().Be((true, true));
    }

    [Fact]
    public async Task Opt_outs_of_both_sides_at_once_come_to_rest()
    {
        await using var stage = await Stage.SetAsync();
        var lead = "";
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            (lead, var person) = await stage.LinkedLeadAsync("Ada");
            stage.Edit(lead, "HasOptedOutOfEmail", true);
            stage.World.Marketo.Unsubscribe(person, null, "asked for it");
            await stage.EndAsync(Long);
        });

        Flags(stage, lead).Should().Be((true, true));
    }

    [Theory]
    [InlineData(CallFate.AnswerLost)]
    [InlineData(CallFate.AnswerNeverComes)]
    [InlineData(CallFate.RequestLost)]
    public async Task An_opt_in_on_a_form_flows_and_a_lost_answer_changes_nothing(CallFate fate)
    {
        await using var stage = await Stage.SetAsync();
        var lead = "";
        await stage.PlayAsync(async () =>
        {
            // No Task moves the Lead's stamp: with one it could not be told whether somebody has ticked the box again, and the opt-out would count.
            await stage.StartEngineAsync(settings => settings with { Engagement = null });
            (lead, var person) = await stage.LinkedLeadAsync("Ada");
            stage.World.Marketo.Unsubscribe(person, null, "asked for it");
            await stage.WaitAsync(TimeSpan.FromMinutes(3));
            stage.ToSalesforce.Faults.Add(fate, Calls.UpdatesRows);
            stage.World.Marketo.FillOutForm(person, Stage.Form, [new("unsubscribed", false)]);
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.ToSalesforce.Faults.Lost.Should().Be(1);
        Flags(stage, lead).Should().Be((false, false));
    }

    [Fact]
    public async Task What_Marketo_sets_back_without_evidence_is_opted_out_again()
    {
        await using var stage = await Stage.SetAsync();
        var lead = "";
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            (lead, var person) = await stage.LinkedLeadAsync("Ada");
            stage.Edit(lead, "HasOptedOutOfEmail", true);
            await stage.WaitAsync(TimeSpan.FromMinutes(3));
            stage.EditPerson(person, "unsubscribed", false);
            await stage.EndAsync(Long);
        });

        Flags(stage, lead).Should().Be((true, true));
    }

    [Fact]
    public async Task A_new_address_does_not_bring_a_person_back()
    {
        await using var stage = await Stage.SetAsync();
        var (byWrite, byHuman) = ("", "");
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            (byWrite, _) = await stage.LinkedLeadAsync("Ada");
            (byHuman, var person) = await stage.LinkedLeadAsync("Bob");
            stage.Edit(byWrite, "HasOptedOutOfEmail", true);
            stage.Edit(byHuman, "HasOptedOutOfEmail", true);
            await stage.WaitAsync(TimeSpan.FromMinutes(3));
            stage.Edit(byWrite, "Email", "ada.new@example.com");
            stage.EditPerson(person, "email", "bob.new@example.com");
            await stage.EndAsync(Long);
        });

        Flags(stage, byWrite).Should().Be((true, true));
        Flags(stage, byHuman).Should().Be((true, true));
        stage.PersonOf(byWrite).Get("email").Should().Be("ada.new@example.com");
    }

    [Fact]
    public async Task A_new_Lead_with_the_address_of_somebody_who_opted_out_is_opted_out()
    {
        await using var stage = await Stage.SetAsync();
        var lead = "";
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var gone = stage.CreatePerson("Ada", ("unsubscribed", true));
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            stage.World.Marketo.DeletePerson(gone, "deleted");
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            (lead, _) = await stage.LinkedLeadAsync("Ada");
            await stage.EndAsync(Long);
        });

        Flags(stage, lead).Should().Be((true, true));
    }

    [Fact]
    public async Task A_conversion_carries_the_opt_out_to_the_Contact()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var (lead, person) = await stage.LinkedLeadAsync("Ada");
            stage.Convert(lead);
            stage.World.Marketo.Unsubscribe(person, null, "asked for it");
            await stage.EndAsync(Long);
        });

        Flags(stage, stage.Contacts[0].Id).Should().Be((true, true));
    }

    private static (object? Row, object? Person) Flags(Stage stage, string id) => (stage.Row(id).Get("HasOptedOutOfEmail"), stage.PersonOf(id).Get("unsubscribed") ?? false);
}
