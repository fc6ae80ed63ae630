using SfMarketo.Kernel.Faults;

namespace SfMarketo.Tests.Virtual;

/// <summary>When endpoints answer again, the polls that failed at them do not wait out their pauses (engine.md R11).</summary>
public sealed class BreakerWakeTests
{
    [Fact]
    public async Task Polls_go_on_as_soon_as_one_of_them_is_answered()
    {
        await using var stage = await Stage.SetAsync();
        var log = stage.Record();
        var cleared = 0L;
        var open = new List<IReadOnlyList<string>>();
        await stage.PlayAsync(async () =>
        {
            await stage.StartEngineAsync();
            await stage.WaitAsync(TimeSpan.FromMinutes(6));
            stage.World.Marketo.Faults.Add(new FaultMatch { Path = "/rest/v1/activities*" }, new Occurrence(times: null), [new StatusEffect(503)]);
            await stage.WaitAsync(TimeSpan.FromMinutes(45));
            open.Add(stage.Life.Engine.OpenBreakers);
            stage.World.Marketo.Faults.Clear();
            cleared = SfMarketo.Kernel.Recording.Micros.From(stage.World.Clock.GetUtcNow());
            await stage.WaitAsync(TimeSpan.FromMinutes(15));
            open.Add(stage.Life.Engine.OpenBreakers);
            await stage.Life.StopAsync();
        });

        open[0].Should().Equal("marketo activities read");
        open[1].Should().BeEmpty();
        stage.Life.Engine.BreakersOpened.Should().Be(1);
        var first = new[] { "leadchanges", "activities", "deletedleads" }.Select(stream => log.Calls.First(call =>
            call.At > cleared && call.Status == 200 && call.Path.EndsWith(stream + ".json", StringComparison.Ordinal)).At).ToList();
        (first.Max() - first.Min()).Should().BeLessThan(5_000_000, "microseconds: they were all waiting for the same thing");
    }
}
