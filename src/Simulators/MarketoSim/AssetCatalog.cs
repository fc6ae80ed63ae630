using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Engagement;
using SfMarketo.MarketoSim.Lists;
using SfMarketo.MarketoSim.Options;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.MarketoSim;

/// <summary>The assets of the options, by id and checked: a campaign that names nothing real is a mistake at start, not in the middle of a run.</summary>
internal sealed class AssetCatalog
{
    private readonly SortedDictionary<int, MarketoProgram> programs = [];
    private readonly SortedDictionary<int, MarketoCampaign> campaigns = [];
    private readonly SortedDictionary<int, MarketoList> lists = [];
    private readonly SortedDictionary<int, MarketoEmail> emails = [];
    private readonly SortedDictionary<int, MarketoForm> forms = [];
    private readonly Dictionary<string, MarketoChannel> channels = new(StringComparer.Ordinal);

    public AssetCatalog(MarketoSimOptions options)
    {
        Channels = options.Channels;
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

        foreach (var list in options.Lists)
        {
            lists.Add(list.Id, list);
        }

        foreach (var email in options.Emails)
        {
            emails.Add(email.Id, email);
        }

        foreach (var form in options.Forms)
        {
            forms.Add(form.Id, form);
        }

        foreach (var campaign in options.Campaigns)
        {
            campaigns.Add(campaign.Id, campaign);
            foreach (var step in campaign.FlowSteps)
            {
                Check(campaign, step);
            }
        }
    }

    public IReadOnlyList<MarketoChannel> Channels { get; }

    /// <summary>By id.</summary>
    public IReadOnlyCollection<MarketoProgram> Programs => programs.Values;

    /// <summary>By id.</summary>
    public IReadOnlyCollection<MarketoCampaign> Campaigns => campaigns.Values;

    /// <summary>By id; those too that only a flow step names.</summary>
    public IReadOnlyCollection<MarketoList> Lists => lists.Values;

    public MarketoProgram? FindProgram(int id) => programs.GetValueOrDefault(id);

    public MarketoCampaign? FindCampaign(int id) => campaigns.GetValueOrDefault(id);

    public MarketoList? FindList(int id) => lists.GetValueOrDefault(id);

    public MarketoEmail? FindEmail(int id) => emails.GetValueOrDefault(id);

    public MarketoForm? FindForm(int id) => forms.GetValueOrDefault(id);

    public ProgressionStatus? FindStatus(MarketoProgram program, string name) => channels[program.Channel].Statuses.FirstOrDefault(status => status.Name == name);

    /// <summary>The status of a member for whom none is named: the channel's first step.</summary>
    public ProgressionStatus FirstStatus(MarketoProgram program) => channels[program.Channel].Statuses.MinBy(status => status.Step)!;

    private void Check(MarketoCampaign campaign, FlowStep step)
    {
        var missing = step switch
        {
            FlowStep.ChangeProgramStatus(var program, var status) when FindProgram(program) is not { } found || FindStatus(found, status) is null =>
                $"sets the status '{status}' of program {program}",
            FlowStep.DeleteFromProgram(var program) when FindProgram(program) is null => $"deletes from program {program}",
            FlowStep.RemoveFromList(var list) when FindList(list) is null => $"removes from list {list}",
            FlowStep.SendEmail(var email) when FindEmail(email) is null => $"sends e-mail {email}",
            _ => null,
        };
        if (missing is not null)
        {
            throw new ArgumentException($"Campaign '{campaign.Name}' {missing}, which does not exist.", nameof(step));
        }

        if (step is FlowStep.AddToList(var id, var name))
        {
            lists.TryAdd(id, new MarketoList(id, name));
        }
    }
}
