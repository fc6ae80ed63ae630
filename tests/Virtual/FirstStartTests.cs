using SfMarketo.Sync;

namespace SfMarketo.Tests.Virtual;

/// <summary>The first minutes of an engine that has no state.</summary>
public sealed class FirstStartTests
{
    [Theory]
    [InlineData(Dialect.Vendor)]
    [InlineData(Dialect.Seed)]
    public async Task A_change_after_the_first_load_and_before_the_first_poll_is_not_lost(Dialect dialect)
    {
        await using var stage = await Stage.SetAsync();
        await stage.PlayAsync(async () =>
        {
            var lead = stage.CreateLead("Ada");
            var person = stage.CreatePerson("Ada");
            await stage.StartEngineAsync(settings => settings with
            {
                Dialect = dialect,
                SalesforcePoll = TimeSpan.FromSeconds(10),
                MarketoPoll = TimeSpan.FromMinutes(5),
                ActivityPoll = TimeSpan.FromMinutes(5),
                LongestMarketoPoll = TimeSpan.FromMinutes(5),
            });
            await stage.WaitAsync(TimeSpan.FromSeconds(60));
            stage.PersonOf(lead).Id.Should().Be(person, "the pair is linked by now");
            stage.EditPerson(person, "leadScore", 77);
            await stage.EndAsync(TimeSpan.FromMinutes(30), quiet: TimeSpan.FromMinutes(11));
        });

        stage.Leads[0].Get("Lead_Score__c").Should().Be(77);
    }
}
