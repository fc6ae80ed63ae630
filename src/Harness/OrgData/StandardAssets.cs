using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.Harness.OrgData;

/// <summary>The channels, programs and campaigns of every scenario's Marketo instance.</summary>
public static class StandardAssets
{
    /// <summary>The trigger campaign that takes a person out of nurture; the engine requests it at promotion.</summary>
    public const string NurtureSuppression = "Nurture Suppression";

    public static IReadOnlyList<MarketoChannel> Channels { get; } =
    [
        new("Nurture", [new("Member", 10), new("Engaged", 20, Success: true), new("Exhausted", 30)]),
        new("Webinar", [new("Invited", 10), new("Registered", 20), new("No Show", 30), new("Attended", 40, Success: true)]),
        new("Operational", [new("Member", 10)]),
    ];

    public static IReadOnlyList<MarketoProgram> Programs { get; } =
    [
        new(1001, "Acquisition Nurture", "Nurture"),
        new(1002, "Spring Webinar", "Webinar"),
        new(1003, "Sales Handover", "Operational"),
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
        new MarketoCampaign { Id = 2002, Name = "Nurture Cast", Type = MarketoCampaignType.Batch, ProgramId = 1001, ProgramName = "Acquisition Nurture" },
    ];
}
