using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Options;
using SfMarketo.MarketoSim.Programs;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>A program and campaigns for the tests.</summary>
internal static class AssetExamples
{
    public const int Webinar = 1044;
    public const int Suppression = 3712;

    public static MarketoSimOptions Options { get; } = MarketoHost.Options with
    {
        Channels = [new MarketoChannel("Webinar", [new("Not in Program", 0), new("Invited", 10), new("Registered", 20), new("Attended", 30, Success: true)])],
        Programs = [new MarketoProgram(Webinar, "Spring Webinar", "Webinar")],
        Campaigns =
        [
            new MarketoCampaign
            {
                Id = Suppression,
                Name = "Nurture Suppression",
                Requestable = true,
                ProgramId = Webinar,
                ProgramName = "Spring Webinar",
                FlowSteps =
                [
                    new FlowStep.ChangeDataValue("syncOrigin", "suppressed"),
                    new FlowStep.ChangeScore(5),
                    new FlowStep.ChangeProgramStatus(Webinar, "Invited"),
                    new FlowStep.AddToList(9, "Suppressed"),
                ],
            },
            new MarketoCampaign { Id = 3713, Name = "Nightly", Type = MarketoCampaignType.Batch },
            new MarketoCampaign { Id = 3714, Name = "Sleeping", Requestable = true, Active = false },
        ],
    };
}
