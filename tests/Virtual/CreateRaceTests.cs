using SfMarketo.Harness.Network;
using SfMarketo.Sync;

namespace SfMarketo.Tests.Virtual;

/// <summary>Somebody appears in Marketo between the engine's look-up and its create: met, and not doubled (engine.md R3, S03).</summary>
public sealed class CreateRaceTests
{
    [Theory]
    [InlineData(Dialect.Vendor, CallFate.Arrives)]
    [InlineData(Dialect.Vendor, CallFate.AnswerLost)]
    [InlineData(Dialect.Seed, CallFate.Arrives)]
    public async Task A_form_between_look_up_and_create_is_met_and_not_doubled(Dialect dialect, CallFate fate)
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync(settings => settings with { Dialect = dialect });
            stage.ToMarketo.Faults.Add(fate, Calls.CreatesPeople);
            BeforeCreate(stage, () => stage.CreatePerson("Ada", ("leadSource", "Trade show")));
            stage.CreateLead("Ada", ("MobilePhone", "+1 555 0100"));
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.World.Marketo.People.Select(person => person.Id).Should().ContainSingle();
        stage.People[0].Get("leadSource").Should().Be("Trade show", "what the form said stays");
        stage.ShouldBeInStep();
    }

    [Fact]
    public async Task Two_forms_between_look_up_and_create_get_no_third_person_and_the_letter_names_them()
    {
        await using var stage = await Stage.SetAsync();
        List<int> forms = [];
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            BeforeCreate(stage, () => forms.AddRange([stage.CreatePerson("Ada"), stage.CreatePerson("Ada")]));
            stage.CreateLead("Ada");
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.World.Marketo.People.Select(person => person.Id).Should().BeEquivalentTo(forms).And.HaveCount(2);
        var letter = stage.Letters.Should().ContainSingle().Which;
        forms.ForEach(id => letter.Text.Should().Contain(id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Records_with_and_without_address_are_created_in_calls_of_their_own()
    {
        await using var stage = await Stage.SetAsync();
        var log = stage.Record();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            for (var lead = 0; lead < 3; lead++)
            {
                stage.CreateLead("With" + lead);
                stage.CreateLead("Without" + lead, ("Email", null));
            }

            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.World.Marketo.People.Select(person => person.Id).Should().HaveCount(6);
        stage.ShouldBeInStep();
        log.Commits.Where(commit => commit.Sim == "marketo" && commit.Object == "Person" && commit.Op == "create").Select(commit => commit.Call).Distinct().Should().HaveCount(2);
    }

    [Fact]
    public async Task An_address_that_exists_and_is_never_shown_becomes_a_letter_and_no_endless_loop()
    {
        await using var stage = await Stage.SetAsync();
        var log = stage.Record();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            List<int> hidden = [];
            stage.ToMarketo.Faults.Add(CallFate.Arrives, request =>
            {
                // Made before each create and gone before each look-up, as if in a partition of others.
                if (Calls.CreatesPeople(request))
                {
                    hidden.Add(stage.CreatePerson("Ada"));
                }
                else
                {
                    hidden.ForEach(id => stage.World.Marketo.DeletePerson(id, "hidden"));
                    hidden.Clear();
                }

                return false;
            });
            stage.CreateLead("Ada");
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.Letters.Should().ContainSingle().Which.Code.Should().Be("1005");
        log.Calls.Count(call => call.Codes.Contains("1005")).Should().BeInRange(2, 6);
    }

    private static void BeforeCreate(Stage stage, Action act)
    {
        var done = false;
        stage.ToMarketo.Faults.Add(CallFate.Arrives, request =>
        {
            if (!done && Calls.CreatesPeople(request))
            {
                done = true;
                act();
            }

            return false;
        });
    }
}
