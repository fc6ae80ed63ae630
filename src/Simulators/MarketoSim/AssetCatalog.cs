using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Options;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim;

/// <summary>Channels, programs and campaigns of the options, by id and checked: a campaign that names nothing real is a mistake at start, not in the middle of a run.</summary>
internal sealed class AssetCatalog
{
    private readonly SortedDictionary<int, MarketoProgram> programs = [];
    private readonly SortedDictionary<int, MarketoCampaign> campaigns = [];
    private readonly Dictionary<string, MarketoChannel> channels = new(StringComparer.Ordinal);

    public AssetCatalog(MarketoSimOptions options)
    {
        foreach (var channel in options.Channels)
        {
            channels.Add(channel.Name, channel);
        }

        foreach (var program in options.Programs)
        {
            if (!channels.ContainsKey(program.Channel))
            {
                throw new ArgumentException($"Program '{program.Name}' has the channel '{program.Channel}', which is not among the channels.", nameof(options));
            }

            programs.Add(program.Id, program);
        }

        foreach (var campaign in options.Campaigns)
        {
            foreach (var step in campaign.FlowSteps.OfType<FlowStep.ChangeProgramStatus>())
            {
                if (FindProgram(step.ProgramId) is not { } program || FindStatus(program, step.Status) is null)
                {
                    throw new ArgumentException($"Campaign '{campaign.Name}' sets the status '{step.Status}' of program {step.ProgramId}, which does not exist.", nameof(options));
                }
            }

            campaigns.Add(campaign.Id, campaign);
        }
    }

    /// <summary>By id.</summary>
    public IEnumerable<MarketoCampaign> Campaigns => campaigns.Values;

    public MarketoProgram? FindProgram(int id) => programs.GetValueOrDefault(id);

    public MarketoCampaign? FindCampaign(int id) => campaigns.GetValueOrDefault(id);

    public ProgressionStatus? FindStatus(MarketoProgram program, string name) => channels[program.Channel].Statuses.FirstOrDefault(status => status.Name == name);
}
