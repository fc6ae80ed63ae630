using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Engagement;
using SfMarketo.MarketoSim.Folders;
using SfMarketo.MarketoSim.LandingPages;
using SfMarketo.MarketoSim.Lists;
using SfMarketo.MarketoSim.Options;
using SfMarketo.MarketoSim.Programs;
using SfMarketo.MarketoSim.SmartLists;

namespace SfMarketo.MarketoSim;

/// <summary>The assets, which begin as those of the options and change with the instance. They are checked: a campaign that names nothing real is a mistake at start, not in the middle of a run.</summary>
internal sealed class AssetCatalog
{
    /// <exception cref="ArgumentException">An asset names another one that does not exist.</exception>
    public AssetCatalog(MarketoSimOptions options, long startedAt)
    {
        StartedAt = startedAt;
        Channels = options.Channels;
        MemberSchema = new MemberSchema(options.MemberFields);
        foreach (var folder in MarketoFolder.System)
        {
            Folders.Add(folder with { CreatedAt = startedAt, UpdatedAt = startedAt });
        }

        foreach (var program in options.Programs)
        {
            Add(program);
        }

        foreach (var list in options.Lists)
        {
            Lists.Add(list with { ProgramId = list.ProgramId != 0 ? list.ProgramId : Programs.Find(list.ProgramName)?.Id ?? 0, CreatedAt = startedAt, UpdatedAt = startedAt });
        }

        foreach (var list in options.SmartLists)
        {
            SmartLists.Add(list with { CreatedAt = startedAt, UpdatedAt = startedAt });
        }

        foreach (var email in options.Emails)
        {
            Emails.Add(email with { CreatedAt = startedAt, UpdatedAt = startedAt });
        }

        foreach (var page in options.LandingPages)
        {
            LandingPages.Add(page with { CreatedAt = startedAt, UpdatedAt = startedAt });
        }

        foreach (var form in options.Forms)
        {
            Forms.Add(form.Id, form);
        }

        foreach (var campaign in options.Campaigns)
        {
            Campaigns.Add(campaign with { CreatedAt = startedAt, UpdatedAt = startedAt });
        }

        foreach (var campaign in options.Campaigns)
        {
            Check(campaign);
        }
    }

    private AssetCatalog(AssetCatalog other)
    {
        (StartedAt, Channels, MemberSchema, Clones) = (other.StartedAt, other.Channels, other.MemberSchema, other.Clones);
        (Folders, Programs, Campaigns) = (other.Folders.Fork(), other.Programs.Fork(), other.Campaigns.Fork());
        (Lists, SmartLists, Tokens) = (other.Lists.Fork(), other.SmartLists.Fork(), other.Tokens.Fork());
        (Emails, LandingPages, Forms) = (other.Emails.Fork(), other.LandingPages.Fork(), new(other.Forms));
    }

    /// <summary>Microseconds since 1970 UTC: when the assets of the options were made.</summary>
    public long StartedAt { get; }

    public IReadOnlyList<MarketoChannel> Channels { get; }

    /// <summary>The fields of program members; a new one with each field that is made.</summary>
    public MemberSchema MemberSchema { get; set; }

    /// <summary>Clone forms of the campaign schedule: the day in the quota's zone and how many.</summary>
    public (NodaTime.LocalDate Day, int Count) Clones { get; set; }

    public AssetTable<MarketoFolder> Folders { get; } = new("Folder", 101);

    public AssetTable<MarketoProgram> Programs { get; } = new("Program", 1001);

    public AssetTable<MarketoCampaign> Campaigns { get; } = new("SmartCampaign", 2001);

    /// <summary>Those too that only a flow step names.</summary>
    public AssetTable<MarketoList> Lists { get; } = new("StaticList", 3001);

    public AssetTable<MarketoSmartList> SmartLists { get; } = new("SmartList", 5001);

    public TokenTable Tokens { get; } = new();

    public AssetTable<MarketoEmail> Emails { get; } = new("Email", 4001);

    public AssetTable<MarketoLandingPage> LandingPages { get; } = new("LandingPage", 6001);

    public SortedDictionary<int, MarketoForm> Forms { get; } = [];

    public MarketoChannel? FindChannel(string name) => Channels.FirstOrDefault(channel => channel.Name == name);

    public MarketoProgram? FindProgram(int id) => Programs.Find(id);

    public MarketoCampaign? FindCampaign(int id) => Campaigns.Find(id);

    public MarketoList? FindList(int id) => Lists.Find(id);

    public MarketoEmail? FindEmail(int id) => Emails.Find(id);

    public MarketoForm? FindForm(int id) => Forms.GetValueOrDefault(id);

    public ProgressionStatus? FindStatus(MarketoProgram program, string name) => FindChannel(program.Channel)!.Statuses.FirstOrDefault(status => status.Name == name);

    /// <summary>The status of a member for whom none is named: the channel's first step.</summary>
    public ProgressionStatus FirstStatus(MarketoProgram program) => FindChannel(program.Channel)!.Statuses.MinBy(status => status.Step)!;

    public AssetCatalog Fork() => new(this);

    /// <summary>Whether all that a campaign's flow names is there; lists that it adds to are made.</summary>
    /// <exception cref="ArgumentException">Something is not there.</exception>
    public void Check(MarketoCampaign campaign)
    {
        foreach (var step in campaign.FlowSteps)
        {
            if (Missing(step) is { } missing)
            {
                throw new ArgumentException($"Campaign '{campaign.Name}' {missing}, which does not exist.", nameof(campaign));
            }

            if (step is FlowStep.AddToList(var id, var name) && Lists.Find(id) is null)
            {
                Lists.Add(new MarketoList(id, name) { CreatedAt = StartedAt, UpdatedAt = StartedAt });
            }
        }
    }

    private string? Missing(FlowStep step) => step switch
    {
        FlowStep.ChangeProgramStatus(var program, var status) when FindProgram(program) is not { } found || FindStatus(found, status) is null => $"sets the status '{status}' of program {program}",
        FlowStep.DeleteFromProgram(var program) when FindProgram(program) is null => $"deletes from program {program}",
        FlowStep.RemoveFromList(var list) when FindList(list) is null => $"removes from list {list}",
        FlowStep.SendEmail(var email) when FindEmail(email) is null => $"sends e-mail {email}",
        FlowStep.RequestCampaign(var campaign) when FindCampaign(campaign) is null => $"requests campaign {campaign}",
        _ => null,
    };

    private void Add(MarketoProgram program)
    {
        if (FindChannel(program.Channel) is null)
        {
            throw new ArgumentException($"Program '{program.Name}' has the channel '{program.Channel}', which is not among the channels.", nameof(program));
        }

        if (!program.IsNested && Folders.Find(program.FolderId) is null)
        {
            Folders.Add(new MarketoFolder(program.FolderId, program.Folder) { Parent = new AssetPlace(MarketoFolder.MarketingActivities, false), CreatedAt = StartedAt, UpdatedAt = StartedAt });
        }

        Programs.Add(program with { CreatedAt = StartedAt, UpdatedAt = StartedAt });
    }
}
