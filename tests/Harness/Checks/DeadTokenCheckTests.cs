using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

public sealed class DeadTokenCheckTests
{
    private const string Identity = "/identity/oauth/token";

    [Fact]
    public void R24_allows_what_was_on_its_way_when_the_token_was_refused_and_a_new_one()
    {
        var run = Refused(60).Marketo(74, client: "", codes: "601").Marketo(75, path: Identity).Marketo(76, client: "", codes: "602").Marketo(100).Marketo(3_700, client: "", codes: "602").Marketo(3_701, path: Identity);

        run.Judge("R24", 4_000).Should().Match<CheckResult>(result => result.Passed && result.Examined == 4);
    }

    [Fact]
    public void R24_finds_a_call_with_a_token_that_was_refused_before()
    {
        Refused(60).Marketo(76, client: "", codes: "601").Judge("R24").Violations.Should().ContainSingle()
            .Which.What.Should().Be("Sent with a token that was refused 15 s before, and no other was asked for");
        new HandMadeRun().Salesforce(60, client: "", status: 401, codes: "INVALID_SESSION_ID").Salesforce(90, client: "", status: 401, codes: "INVALID_SESSION_ID").Judge("R24").Violations.Should().ContainSingle();
    }

    [Fact]
    public void R24_allows_a_refusal_whose_answer_was_lost_and_one_that_a_fault_made()
    {
        new HandMadeRun().Marketo(60, client: "", fault: "network.lost", codes: "601").Marketo(90, client: "", codes: "601").Judge("R24").Passed.Should().BeTrue();
        Refused(60).Marketo(90, client: "", fault: "dead-token", codes: "601").Judge("R24").Passed.Should().BeTrue();
    }

    [Fact]
    public void R24_counts_what_was_accepted_as_a_token_that_lives()
    {
        // Sent with the old token, refused after the new one was given: it says nothing of that.
        Refused(60).Marketo(61, path: Identity).Marketo(62, client: "", codes: "601").Marketo(1_000, client: "", codes: "601").Judge("R24").Passed.Should().BeTrue();
        Refused(60).Marketo(70).Marketo(1_000, client: "", codes: "601").Judge("R24").Passed.Should().BeTrue();
    }

    [Fact]
    public void R24_speaks_only_of_runs_with_a_refused_token() => new HandMadeRun().Marketo(0).Judge("R24").Applied.Should().BeFalse();

    private static HandMadeRun Refused(double at) => new HandMadeRun().Marketo(0, path: Identity).Marketo(at, client: "", codes: "601");
}
