using NodaTime;
using SfMarketo.Harness.Metrics;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Harness.Workload;

namespace SfMarketo.Harness.Running;

/// <summary>What a run has met so far, in the words of <c>reached</c>: for steps that wait for it, and for the result.</summary>
internal sealed class LiveFigures(World world, RunMeter meter, EngineLives lives, RunNetworks networks, FaultRules faults, SystemActions systems, WorkloadLog log)
{
    private readonly DateTimeOffset start = world.Clock.GetUtcNow();

    public double Of(string metric) => metric switch
    {
        "marketo.calls" => meter.MarketoCalls,
        "salesforce.calls" => meter.SalesforceCalls,
        ReachedMetrics.Kills => lives.Kills,
        ReachedMetrics.Starts => lives.Starts,
        ReachedMetrics.BreakersOpened => lives.BreakersOpened,
        ReachedMetrics.QuotaResets => QuotaResets,
        ReachedMetrics.Lost => networks.Lost,
        ReachedMetrics.Duplicated => networks.Duplicated,
        ReachedMetrics.MarketoNeighbours => systems.MarketoNeighbourCalls,
        ReachedMetrics.SalesforceNeighbours => systems.SalesforceNeighbourCalls,
        _ => Named(metric),
    };

    /// <summary>Those that no record tells of, sorted by name, zeros too where the scenario has them.</summary>
    public IReadOnlyList<(string Metric, long Count)> Met(Scenario scenario)
    {
        string[] names =
        [
            ReachedMetrics.Kills, ReachedMetrics.Starts, ReachedMetrics.BreakersOpened, ReachedMetrics.QuotaResets, ReachedMetrics.Lost, ReachedMetrics.Duplicated, ReachedMetrics.MarketoNeighbours, ReachedMetrics.SalesforceNeighbours,
            .. scenario.Faults.Select(fault => "fault." + fault.Id),
            .. scenario.Timeline.SelectMany(step => new[] { step.Id, step.As }).OfType<string>().Distinct().Select(name => "step." + name),
        ];
        return [.. names.Order(StringComparer.Ordinal).Select(name => (name, (long)Of(name)))];
    }

    /// <summary>Midnights of the quota's zone since the run began.</summary>
    private int QuotaResets
    {
        get
        {
            var zone = DateTimeZoneProviders.Tzdb[world.Marketo.Options.QuotaResetZone];
            return Period.DaysBetween(Day(start), Day(world.Clock.GetUtcNow()));

            LocalDate Day(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(zone).Date;
        }
    }

    private double Named(string metric)
    {
        var dot = metric.IndexOf('.', StringComparison.Ordinal);
        var (group, name) = (metric[..dot], metric[(dot + 1)..]);
        return group switch
        {
            "fault" => faults.Hits.FirstOrDefault(fault => fault.Id == name).Hits,
            "step" => log.TimesDone(name),
            _ => meter.Answered(group, name),
        };
    }
}
