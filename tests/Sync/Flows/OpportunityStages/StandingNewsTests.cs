using SfMarketo.Sync;
using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Flows;
using SfMarketo.Sync.Flows.OpportunityStages;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Tests.Sync.Flows.OpportunityStages;

/// <summary>Which versions of an opportunity have its people judged anew.</summary>
public sealed class StandingNewsTests : IDisposable
{
    private const string Deal = "0065g0000004DzhAAE";
    private static readonly SalesforceId Contact = SalesforceId.Parse("0035g0000004CyfAAE");
    private static readonly SyncSettings Settings = BenchSettings.Any with { OpportunityStages = new OpportunityStageSettings() };

    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".db");

    public void Dispose()
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(path + suffix);
        }
    }

    [Fact]
    public Task A_version_that_says_nothing_new_costs_no_call() => InStateAsync((state, news) =>
    {
        Read(state, news, "Prospecting");
        Judge(state, news, "Prospecting");

        Read(state, news, "Prospecting").Should().BeFalse();
        Read(state, news, "Closed Won").Should().BeTrue();
    });

    [Fact]
    public Task A_deal_that_its_people_were_judged_by_in_another_stage_is_news_when_it_is_back() => InStateAsync((state, news) =>
    {
        Read(state, news, "Prospecting");
        Judge(state, news, "Closed Won");

        Read(state, news, "Prospecting").Should().BeTrue();
        Judge(state, news, "Prospecting");
        Read(state, news, "Prospecting").Should().BeFalse();
    });

    [Fact]
    public Task A_deal_that_is_read_while_its_people_are_is_news_whatever_it_says() => InStateAsync((state, news) =>
    {
        Read(state, news, "Prospecting");
        var reading = state.Intents.Add(new OutboxRow(EffectKind.SalesforceReadStanding, Subject.Of(Contact), Lane.Suppression, 0, 0, new FieldBag()), sentAt: 0);

        Read(state, news, "Prospecting").Should().BeTrue();

        state.Intents.Close(reading);
        Read(state, news, "Prospecting").Should().BeFalse();
    });

    private async Task InStateAsync(Action<StateTransaction, StandingNews> story)
    {
        await using var store = StateStore.Open(path, Durability.Normal, FieldMap.Seed, () => 0.5, static _ => ValueTask.CompletedTask);
        var news = new StandingNews(Settings, store.Canonical, new Outgoing(Settings, new Signals()), new UseCaseStops());
        await store.CommitAsync(state =>
        {
            state.Links.Add(new Link { MarketoId = 7, SalesforceId = Contact, Shadow = new Shadow(FieldMap.Seed.Fields.Count) });
            story(state, news);
        });
    }

    private static bool Read(StateTransaction state, StandingNews news, string stage)
    {
        var row = new FieldBag { { "Id", Deal } };
        Facts(row, "", stage);
        news.Opportunity(state, row, now: 0);
        return state.Outbox.Remove(EffectKind.SalesforceReadRoles, Subject.Of(SalesforceId.Parse(Deal)));
    }

    private static void Judge(StateTransaction state, StandingNews news, string stage)
    {
        var role = new FieldBag { { "OpportunityId", Deal } };
        Facts(role, "Opportunity.", stage);
        news.Judged(state, Contact, [role], now: 0);
    }

    private static void Facts(FieldBag row, string prefix, string stage)
    {
        row.Set(prefix + "IsDeleted", false);
        row.Set(prefix + "StageName", stage);
        row.Set(prefix + "IsClosed", stage == "Closed Won");
        row.Set(prefix + "IsWon", stage == "Closed Won");
        row.Set(prefix + "CloseDate", "2026-06-30");
    }
}
