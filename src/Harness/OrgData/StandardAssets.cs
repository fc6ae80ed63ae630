using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Engagement;
using SfMarketo.MarketoSim.LandingPages;
using SfMarketo.MarketoSim.Lists;
using SfMarketo.MarketoSim.Programs;
using SfMarketo.MarketoSim.SmartLists;

namespace SfMarketo.Harness.OrgData;

/// <summary>The channels, programs, campaigns, lists, e-mails and forms of every scenario's Marketo instance and of <c>sfmarketo sim</c>.</summary>
public static class StandardAssets
{
    /// <summary>The trigger campaign that takes a person out of nurture; the engine requests it at promotion.</summary>
    public const string NurtureSuppression = "Nurture Suppression";

    /// <summary>The static list that the acquisition programs' smart lists exclude.</summary>
    public const string AcquisitionSuppression = "Acquisition Suppression";

    public static IReadOnlyList<MarketoChannel> Channels { get; } =
    [
        new("Nurture", [new("Member", 10), new("Engaged", 20), new("Influenced", 30, Success: true)]),
        new("Webinar", [new("Invited", 10), new("Registered", 20), new("No Show", 30), new("Attended", 40, Success: true)]),
        new("Operational", [new("Member", 10)]),
        new("Customer Track", [new("Enrolled", 10), new("Engaged", 20), new("Completed", 30, Success: true)]),
    ];

    public static IReadOnlyList<MarketoProgram> Programs { get; } =
    [
        new(1001, "Spring Nurture", "Nurture"),
        new(1002, "Spring Webinar", "Webinar"),
        new(1003, "Sales Handover", "Operational"),
        new(1004, "Product Newsletter", "Nurture"),
        new(1005, "Post-Sale Track", "Customer Track"),
        new(1006, "Re-engagement Track", "Customer Track"),
    ];

    public static IReadOnlyList<MarketoCampaign> Campaigns { get; } =
    [
        new MarketoCampaign
        {
            Id = 2001,
            Name = NurtureSuppression,
            Type = MarketoCampaignType.Trigger,
            ProgramId = 1003,
            ProgramName = "Sales Handover",
            Requestable = true,
        },
        new MarketoCampaign { Id = 2002, Name = "Nurture Cast", Type = MarketoCampaignType.Batch, ProgramId = 1001, ProgramName = "Spring Nurture" },
    ];

    /// <summary>Campaigns that do something, for people who try the API; no scenario has them.</summary>
    public static IReadOnlyList<MarketoCampaign> DemoCampaigns { get; } =
    [
        new MarketoCampaign
        {
            Id = 2003,
            Name = "Request Demo Follow-Up",
            Type = MarketoCampaignType.Trigger,
            ProgramId = 1003,
            ProgramName = "Sales Handover",
            Requestable = true,
            FlowSteps = [new FlowStep.ChangeScore(10), new FlowStep.InterestingMoment("Milestone", "Asked for a demo")],
        },
        new MarketoCampaign
        {
            Id = 2004,
            Name = "Newsletter Send",
            Type = MarketoCampaignType.Batch,
            ProgramId = 1004,
            ProgramName = "Product Newsletter",
            FlowSteps = [new FlowStep.ChangeProgramStatus(1004, "Member"), new FlowStep.SendEmail(4002)],
        },
    ];

    public static IReadOnlyList<MarketoList> Lists { get; } =
    [
        new(3001, AcquisitionSuppression) { Description = "Not to be marketed to by acquisition programs" },
        new(3002, "Newsletter Subscribers"),
        new(3003, "Spring Webinar Registrants") { ProgramName = "Spring Webinar" },
    ];

    /// <summary>For people who try the API; no scenario has them.</summary>
    public static IReadOnlyList<MarketoSmartList> DemoSmartLists { get; } =
        [new(5101, "Acquirable in Austria") { Filters = [new SmartListFilter.FieldIs("country", "Austria"), new SmartListFilter.NotInList(3001)] }];

    public static IReadOnlyList<MarketoEmail> Emails { get; } =
    [
        new(4001, "Spring Launch") { Subject = "See what is new" },
        new(4002, "Product Newsletter") { Subject = "News of the month", CampaignId = 2004 },
        new(4003, "Webinar Invitation") { Subject = "Join us on Thursday" },
        new(4004, "Customer Stories") { Subject = "How others do it" },
    ];

    public static IReadOnlyList<MarketoLandingPage> LandingPages { get; } = [new(6001, "Contact Us") { Title = "Talk to us" }, new(6002, "Webinar Registration") { Title = "Save your seat" }];

    public static IReadOnlyList<MarketoForm> Forms { get; } = [new(5001, "Contact Us"), new(5002, "Webinar Registration")];
}
