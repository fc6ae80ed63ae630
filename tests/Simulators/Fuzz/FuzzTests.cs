namespace SfMarketo.Tests.Simulators.Fuzz;

/// <summary>Requests that nobody means, by the thousand: each gets an answer of the vendor's, never a failure of our own.</summary>
public sealed class FuzzTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Marketo_answers_any_request_in_its_own_forms_and_codes(int seed) => ShouldHold(await FuzzedMarketo.RunAsync(seed, 5000), 5000);

    [Fact]
    public async Task Salesforce_answers_any_request_in_its_own_forms_and_codes() => ShouldHold(await FuzzedSalesforce.RunAsync(1, 5000), 5000);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Any_statement_is_answered_or_refused(int seed)
    {
        var round = await FuzzedSoql.RunAsync(seed, 3000);

        Assert.True(round.Failures.Count == 0, string.Join("\n\n", round.Failures.Values));
        round.Ran.Should().BeGreaterThan(round.Made / 3, "most statements by the grammar should run");
    }

    private static void ShouldHold(FuzzRound round, int requests)
    {
        Assert.True(round.Failures.Count == 0, string.Join("\n\n", round.Failures.Values));
        round.Answered.Should().BeGreaterThan(requests * 9 / 10);
        round.Succeeded.Should().BeGreaterThan(requests / 10, "most requests should reach an endpoint");
    }
}
