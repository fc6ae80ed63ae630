namespace SfMarketo.Tests.Virtual;

/// <summary>A record the vendor refuses becomes one dead letter; its batch mates arrive, and a newer version takes the letter's place (engine.md R10, R22).</summary>
public sealed class DeadLetterTests
{
    [Fact]
    public async Task An_address_that_Marketo_refuses_is_one_letter_until_it_is_mended()
    {
        await using var stage = await Stage.SetAsync();
        var refused = "";
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            refused = stage.CreateLead("Bad", ("Email", "jürgen@example.com"));
            for (var lead = 0; lead < 9; lead++)
            {
                stage.CreateLead("Good" + lead);
            }

            await stage.WaitAsync(TimeSpan.FromMinutes(10));
            stage.People.Should().HaveCount(9, "batch mates are not held up");
            var letter = (await stage.Life.Engine.DeadLettersAsync()).Should().ContainSingle().Which;
            letter.Code.Should().Be("1003");
            letter.Text.Should().Contain("Invalid email address");
            letter.Subject.Should().Be("sf:" + refused);
            stage.Edit(refused, "Email", "juergen@example.com");
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.People.Should().HaveCount(10);
        stage.ShouldBeInStep();
    }

    [Fact]
    public async Task An_update_that_Marketo_refuses_is_one_letter_until_a_newer_version_comes()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            var leads = Enumerable.Range(0, 5).Select(lead => stage.CreateLead("Lead" + lead)).ToList();
            await stage.WaitAsync(TimeSpan.FromMinutes(3));
            stage.Edit(leads[0], "Email", "jürgen@example.com");
            leads.ForEach(lead => stage.Edit(lead, "MobilePhone", "+1 555 0100"));
            await stage.WaitAsync(TimeSpan.FromMinutes(10));
            leads.Skip(1).Should().AllSatisfy(lead => stage.PersonOf(lead).Get("mobilePhone").Should().Be("+1 555 0100"));
            (await stage.Life.Engine.DeadLettersAsync()).Should().ContainSingle().Which.Code.Should().Be("1003");
            stage.Edit(leads[0], "Email", "juergen@example.com");
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.ShouldBeInStep();
    }

    [Fact]
    public async Task A_qualified_person_whose_name_Salesforce_refuses_is_one_letter_until_it_is_mended()
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(1));
            var refused = stage.CreatePerson("Long", ("lastName", new string('x', 120)));
            stage.Qualify(refused);
            for (var person = 0; person < 9; person++)
            {
                stage.Qualify(stage.CreatePerson("Good" + person));
            }

            await stage.WaitAsync(TimeSpan.FromMinutes(10));
            stage.Leads.Should().HaveCount(9);
            var letter = (await stage.Life.Engine.DeadLettersAsync()).Should().ContainSingle().Which;
            letter.Code.Should().Be("STRING_TOO_LONG");
            letter.Text.Should().NotBeEmpty();
            stage.EditPerson(refused, "lastName", "Short");
            await stage.EndAsync(TimeSpan.FromMinutes(20));
        });

        stage.Leads.Should().HaveCount(10);
        stage.World.Salesforce.AssignmentExecutions.Should().HaveCount(10);
        stage.ShouldBeInStep();
    }
}
