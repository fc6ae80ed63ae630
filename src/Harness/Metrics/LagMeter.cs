using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Metrics.Lags;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Metrics;

/// <summary>Times each flow from the human's commit at one system to the engine's commit at the other.</summary>
internal sealed class LagMeter
{
    private readonly CheckSettings settings;
    private readonly PairLinks links;
    private readonly IFlowLag[] flows;

    public LagMeter(CheckSettings settings, SystemsState start)
    {
        this.settings = settings;
        links = new PairLinks(start);
        Times = [.. FlowNames.All.Select(flow => new FlowTimes(flow))];
        flows =
        [
            new PromotionLag(links, Of(FlowNames.Promotion)),
            new QualificationLag(links, Of(FlowNames.Mql)),
            new FieldSyncLag(links, Of(FlowNames.FieldSync)),
            new StandingLag(links, start, Of(FlowNames.Stage), Of(FlowNames.Suppression)),
            new EngagementLag(links, Of(FlowNames.Engagement)),
            new FirmographicsLag(links, start, Of(FlowNames.Firmographics)),
            new ConsentLag(links, start, Of(FlowNames.Consent)),
        ];
    }

    /// <summary>In the order of <see cref="FlowNames.All"/>.</summary>
    public IReadOnlyList<FlowTimes> Times { get; }

    public void Add(in CommitEntry entry)
    {
        links.Add(entry);
        var isEngine = entry.IsEngine(settings);
        foreach (var flow in flows)
        {
            flow.Add(entry, isEngine);
        }
    }

    private FlowTimes Of(string flow) => Times.Single(times => times.Flow == flow);
}
