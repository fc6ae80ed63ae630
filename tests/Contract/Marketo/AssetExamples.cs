using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Engagement;
using SfMarketo.MarketoSim.LandingPages;
using SfMarketo.MarketoSim.Lists;
using SfMarketo.MarketoSim.Options;
using SfMarketo.MarketoSim.Programs;
using SfMarketo.MarketoSim.SmartLists;
using SfMarketo.MarketoSim.Tags;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>A program and campaigns for the tests.</summary>
internal static class AssetExamples
{
    public const int Webinar = 1044;
    public const int Mailing = 1045;
    public const int Nurture = 1046;
    public const int SmartList = 5201;
    public const int Suppression = 3712;
    public const int List = 3379;
    public const int Email = 501;
    public const int Draft = 502;
    public const int Form = 601;

    public static MarketoSimOptions Options { get; } = MarketoHost.Options with
    {
        Channels =
        [
            new MarketoChannel("Webinar", [new("Not in Program", 0), new("Invited", 10), new("Registered", 20), new("Attended", 30, Success: true)]),
            new MarketoChannel("Email Send", [new("Member", 10), new("Clicked", 20, Success: true)]) { ApplicableProgramType = "email" },
            new MarketoChannel("Nurture", [new("Member", 10), new("Engaged", 20, Success: true)]) { ApplicableProgramType = "nurture" },
        ],
        Programs =
        [
            new MarketoProgram(Webinar, "Spring Webinar", "Webinar"),
            new MarketoProgram(Mailing, "Spring Mailing", "Email Send") { Type = "Email", Status = "unlocked", Filters = [new SmartListFilter.FieldIs("country", "Austria")] },
            new MarketoProgram(Nurture, "Spring Nurture", "Nurture") { Type = "Engagement", Status = "on" },
        ],
        TagTypes =
        [
            new MarketoTagType("Region", ["EMEA", "APAC"]),
            new MarketoTagType("Owner", []) { Required = true, ProgramTypes = ["nurture"] },
        ],
        SmartLists = [new MarketoSmartList(SmartList, "Austrians") { Filters = [new SmartListFilter.FieldIs("country", "Austria"), new SmartListFilter.NotInList(List)] }],
        Lists = [new MarketoList(List, "Acquisition Suppression"), new MarketoList(3380, "Customers") { ProgramName = "Spring Webinar" }],
        Emails = [new MarketoEmail(Email, "Spring Launch") { Subject = "See what is new", CampaignId = 3712 }, new MarketoEmail(Draft, "Summer Launch") { IsApproved = false }],
        LandingPages = [new MarketoLandingPage(701, "Contact Us") { Title = "Talk to us" }, new MarketoLandingPage(702, "Sign Up") { IsApproved = false }],
        Forms = [new MarketoForm(Form, "Contact Us") { Fields = ["firstName", "email", "title", "unsubscribed"] }],
        MemberFields = [new CustomField("mealChoice", SfMarketo.MarketoSim.Instance.PersonFieldType.String)],
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

    /// <summary>Whether an instance elsewhere has them, ids and all.</summary>
    public static async Task<bool> AreThereAsync(MarketoHost marketo)
    {
        var program = await marketo.GetAsync($"/rest/asset/v1/program/{Webinar}.json");
        return program.TryGetProperty("result", out var found) && found[0].Text("name") == "Spring Webinar";
    }
}
