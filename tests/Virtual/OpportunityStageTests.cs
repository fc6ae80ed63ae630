using SfMarketo.Harness.Network;
using SfMarketo.Sync;
using SfMarketo.Sync.Flows.OpportunityStages;

namespace SfMarketo.Tests.Virtual;

/// <summary>Won here, lost there: opportunities move people out of acquisition, into tracks and back (practice.md 1.3, 1.4; engine.md R14).</summary>
public sealed class OpportunityStageTests
{
    private const string PostSale = "Post-Sale Track";
    private const string Reengagement = "Re-engagement Track";

    [Fact]
    public async Task A_won_deal_takes_its_people_to_the_post_sale_track_and_reopening_brings_them_back()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var (first, second) = (stage.CreateContact("Ada"), stage.CreateContact("Ben"));
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            var deal = stage.CreateDeal("Prospecting", first, second);
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            ShouldBe(stage, first, "Prospecting", suppressed: false, track: null);
            stage.Edit(deal, "StageName", "Closed Won");
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            ShouldBe(stage, first, "Closed Won", suppressed: true, PostSale);
            ShouldBe(stage, second, "Closed Won", suppressed: true, PostSale);
            stage.Edit(deal, "StageName", "Prospecting");
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            ShouldBe(stage, first, "Prospecting", suppressed: false, track: null);
            stage.Edit(deal, "StageName", "Closed Won");
            await stage.EndAsync(TimeSpan.FromMinutes(10));
            ShouldBe(stage, first, "Closed Won", suppressed: true, PostSale);
            ShouldBe(stage, second, "Closed Won", suppressed: true, PostSale);
        });

        stage.Letters.Should().BeEmpty();
    }

    [Fact]
    public async Task Who_lost_is_suppressed_at_once_and_re_engaged_after_the_delay_unless_a_deal_opens_before()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync(Delay(TimeSpan.FromHours(2)));
            var (waits, returns) = (stage.CreateContact("Waits"), stage.CreateContact("Returns"));
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.CreateDeal("Closed Lost", waits);
            stage.CreateDeal("Closed Lost", returns);
            await stage.WaitAsync(TimeSpan.FromMinutes(90));
            ShouldBe(stage, waits, "Closed Lost", suppressed: true, track: null);
            ShouldBe(stage, returns, "Closed Lost", suppressed: true, track: null);
            stage.CreateDeal("Prospecting", returns);
            await stage.WaitAsync(TimeSpan.FromMinutes(40));
            ShouldBe(stage, waits, "Closed Lost", suppressed: true, Reengagement);
            ShouldBe(stage, returns, "Prospecting", suppressed: false, track: null);
            await stage.EndAsync(TimeSpan.FromMinutes(10));
        });

        stage.Letters.Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_deal_was_only_while_its_people_were_judged_does_not_stay_with_them()
    {
        await using var stage = await Stage.SetAsync();
        var log = stage.Record();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var contact = stage.CreateContact("Ada");
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            var deal = stage.CreateDeal("Prospecting", contact);
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.Edit(deal, "StageName", "Qualification");
            await AnswerAsync("WHERE OpportunityId IN");
            stage.Edit(deal, "StageName", "Closed Won");
            await AnswerAsync("WHERE ContactId IN");
            stage.Edit(deal, "StageName", "Qualification"); // as the engine's stream of deals knows it
            await stage.WaitAsync(TimeSpan.FromSeconds(20));
            ShouldBe(stage, contact, "Closed Won", suppressed: true, PostSale);
            await stage.EndAsync(TimeSpan.FromMinutes(10));
            ShouldBe(stage, contact, "Qualification", suppressed: false, track: null);
        });

        stage.Letters.Should().BeEmpty();

        async Task AnswerAsync(string query)
        {
            log.Calls.Clear();
            while (!log.Calls.Exists(call => Uri.UnescapeDataString(call.Query).Contains(query, StringComparison.Ordinal)))
            {
                await stage.WaitAsync(TimeSpan.FromMilliseconds(10));
            }
        }
    }

    [Fact]
    public async Task One_person_with_several_deals_stands_by_all_of_them()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync(Delay(TimeSpan.Zero));
            var contact = stage.CreateContact("Ada");
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.CreateDeal("Closed Lost", contact);
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            ShouldBe(stage, contact, "Closed Lost", suppressed: true, Reengagement);
            var won = stage.CreateDeal("Closed Won");
            stage.CreateDeal("Qualification", contact);
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            ShouldBe(stage, contact, "Qualification", suppressed: false, track: null);
            (await stage.Life.Engine.UncoveredOpportunitiesAsync()).Should().Be(1, "nobody has a role in the won deal");
            var role = stage.AddRole(won, contact); // a late role, long after the deal was won
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            ShouldBe(stage, contact, "Qualification", suppressed: true, PostSale);
            (await stage.Life.Engine.UncoveredOpportunitiesAsync()).Should().Be(0);
            stage.World.Salesforce.DeleteRow(role, "role removed");
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            ShouldBe(stage, contact, "Qualification", suppressed: false, track: null);
            stage.AddRole(won, contact);
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.World.Salesforce.DeleteRow(won, "deal deleted");
            await stage.EndAsync(TimeSpan.FromMinutes(10));
            ShouldBe(stage, contact, "Qualification", suppressed: false, track: null);
        });

        stage.Letters.Should().BeEmpty();
    }

    [Fact]
    public async Task A_Contact_that_is_linked_after_its_deal_was_won_stands_there_too()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            var before = stage.CreateContact("Before");
            stage.CreateDeal("Closed Won", before);
            await stage.WaitAsync(TimeSpan.FromDays(2));
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            var lead = stage.CreateLead("Ada");
            var (contact, deal) = await ConvertAsync(stage, lead);
            stage.Edit(deal, "StageName", "Closed Won");
            await stage.EndAsync(TimeSpan.FromMinutes(20));
            ShouldBe(stage, before, "Closed Won", suppressed: true, PostSale);
            ShouldBe(stage, contact, "Closed Won", suppressed: true, PostSale);
        });

        stage.Letters.Should().BeEmpty();
    }

    [Fact]
    public async Task A_state_file_from_before_this_use_case_meets_its_linked_Contacts_once()
    {
        await using var stage = await Stage.SetAsync();
        var contact = "";
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync(settings => settings with { OpportunityStages = null, Firmographics = null });
            contact = stage.CreateContact("Ada");
            stage.CreateDeal("Closed Won", contact);
            await stage.WaitAsync(TimeSpan.FromHours(2));
            stage.PersonOf(contact).Get("sfdcOpptyStage").Should().BeNull();
            await stage.Life.StopAsync();
            await stage.StartEngineAsync();
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        ShouldBe(stage, contact, "Closed Won", suppressed: true, PostSale);
        stage.PersonOf(contact).Get("externalCompanyId").Should().Be(stage.Row(contact).Get("AccountId"));
    }

    [Fact]
    public async Task Deleted_memberships_come_back_with_their_status()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync(settings => settings with { OpportunityStages = new OpportunityStageSettings { SuppressBy = SuppressBy.Delete } });
            var contact = stage.CreateContact("Ada");
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            var person = stage.PersonOf(contact).Id;
            stage.World.Marketo.SetProgramStatus(Stage.ProgramId("Spring Nurture"), person, "Engaged", "engaged");
            var deal = stage.CreateDeal("Closed Won", contact);
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.StatusIn("Spring Nurture", person).Should().BeNull();
            stage.StatusIn(PostSale, person).Should().Be("Enrolled");
            stage.Edit(deal, "StageName", "Prospecting");
            await stage.EndAsync(TimeSpan.FromMinutes(10));
            stage.StatusIn("Spring Nurture", person).Should().Be("Engaged");
            stage.StatusIn("Product Newsletter", person).Should().BeNull("it was no member before");
            stage.StatusIn(PostSale, person).Should().BeNull();
            stage.IsSuppressed(person).Should().BeFalse("the list is the other form");
        });

        stage.Letters.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lost_answers_at_every_step_leave_the_person_where_it_stands(bool delete)
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync(settings => settings with { OpportunityStages = new OpportunityStageSettings { SuppressBy = delete ? SuppressBy.Delete : SuppressBy.List } });
            var contact = stage.CreateContact("Ada");
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            var person = stage.PersonOf(contact).Id;
            stage.World.Marketo.SetProgramStatus(Stage.ProgramId("Spring Nurture"), person, "Engaged", "engaged");
            var deal = stage.CreateDeal("Prospecting", contact);
            for (var turn = 0; turn < 4; turn++)
            {
                // Each time another step of the order gets no answer, though it was carried out.
                stage.ToMarketo.Faults.Add(CallFate.AnswerLost, Calls.MovesMembers, nth: 1 + turn % 3);
                stage.Edit(deal, "StageName", turn % 2 == 0 ? "Closed Won" : "Prospecting");
                await stage.WaitAsync(TimeSpan.FromMinutes(turn < 2 ? 10 : 2));
            }

            await stage.EndAsync(TimeSpan.FromMinutes(30));
            stage.StatusIn(PostSale, person).Should().BeNull();
            stage.StatusIn("Spring Nurture", person).Should().Be("Engaged");
            stage.IsSuppressed(person).Should().BeFalse();
        });

        stage.ToMarketo.Faults.Lost.Should().BeGreaterThan(2);

        stage.Letters.Should().BeEmpty();
    }

    [Fact]
    public async Task Thirty_changes_in_a_flush_cost_no_more_calls_than_one()
    {
        await using var stage = await Stage.SetAsync();
        var log = stage.Record();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var contacts = Enumerable.Range(0, 20).Select(number => stage.CreateContact("Ada" + number)).ToArray();
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            var deals = contacts.Select(contact => stage.CreateDeal("Prospecting", contact)).ToList();
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            log.Calls.Clear();
            for (var flap = 0; flap < 3; flap++)
            {
                deals.ForEach(deal => stage.Edit(deal, "StageName", "Closed Won"));
                deals.Skip(10).ToList().ForEach(deal => stage.Edit(deal, "StageName", "Prospecting"));
            }

            await stage.EndAsync(TimeSpan.FromMinutes(10));
            contacts.Take(10).Should().AllSatisfy(contact => ShouldBe(stage, contact, "Closed Won", suppressed: true, PostSale));
            contacts.Skip(10).Should().AllSatisfy(contact => ShouldBe(stage, contact, "Prospecting", suppressed: false, track: null));
        });

        log.Calls.Count(call => call.Path.Contains("/members", StringComparison.Ordinal)).Should().Be(1, "ten people enter one program");
        log.Calls.Count(call => call.Path.StartsWith("/rest/v1/lists/", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task A_list_that_is_not_there_stops_this_use_case_by_name_and_no_other()
    {
        await using var stage = await Stage.SetAsync(shape: shape => shape with { Lists = [] });
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var contact = stage.CreateContact("Ada");
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.CreateDeal("Closed Won", contact);
            await stage.WaitAsync(TimeSpan.FromMinutes(5));
            stage.Life.Engine.StoppedUseCases.Should().ContainSingle().Which.Reason.Should().Contain("Acquisition Suppression");
            await stage.EndAsync(TimeSpan.FromMinutes(30));
            stage.StatusIn(PostSale, stage.PersonOf(contact).Id).Should().BeNull("no half of an order is carried out");
            stage.PersonOf(contact).Get("sfdcOpptyStage").Should().Be("Closed Won");
        });

        stage.ShouldBeInStep();
    }

    private static Func<SyncSettings, SyncSettings> Delay(TimeSpan delay) =>
        settings => settings with { OpportunityStages = new OpportunityStageSettings { ReengagementDelay = delay } };

    private static async Task<(string Contact, string Deal)> ConvertAsync(Stage stage, string lead)
    {
        await stage.WaitAsync(TimeSpan.FromMinutes(5));
        var result = stage.Convert(lead, new() { OpportunityName = "Deal" });
        return (result.ContactId!, result.OpportunityId!);
    }

    private static void ShouldBe(Stage stage, string contact, string? shown, bool suppressed, string? track)
    {
        var person = stage.PersonOf(contact);
        person.Get("sfdcOpptyStage").Should().Be(shown, "stage of {0}", contact);
        stage.IsSuppressed(person.Id).Should().Be(suppressed, "suppression of {0}", contact);
        stage.StatusIn(PostSale, person.Id).Should().Be(track == PostSale ? "Enrolled" : null, "post-sale of {0}", contact);
        stage.StatusIn(Reengagement, person.Id).Should().Be(track == Reengagement ? "Enrolled" : null, "re-engagement of {0}", contact);
    }
}
