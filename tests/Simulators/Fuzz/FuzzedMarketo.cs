using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Engagement;
using SfMarketo.MarketoSim.Lists;
using SfMarketo.MarketoSim.Options;
using SfMarketo.MarketoSim.Programs;
using SfMarketo.MarketoSim.SmartLists;
using SfMarketo.MarketoSim.Tags;
using SfMarketo.Tests.Contract.Hosting;

namespace SfMarketo.Tests.Simulators.Fuzz;

/// <summary>A Marketo instance whose limits are out of the way, under random requests.</summary>
internal sealed class FuzzedMarketo : FuzzRound
{
    private const string SignIn = "/identity/oauth/token?grant_type=client_credentials&client_id=sync-engine&client_secret=s3cret";

    private static readonly IReadOnlyList<FuzzRequest> Good = FuzzRequest.Corpus("marketo-requests.jsonl");
    private static readonly IReadOnlyList<(string Method, string Path)> Paths = ReadPaths();

    private readonly MarketoInstance instance;
    private readonly FuzzClock clock;

    private FuzzedMarketo(int seed, MarketoInstance instance, FuzzClock clock, HttpClient http)
        : base(seed, http, Good, Paths) => (this.instance, this.clock) = (instance, clock);

    protected override Simulator Simulator => instance;

    public static async Task<FuzzRound> RunAsync(int seed, int requests)
    {
        var clock = new FuzzClock(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        var instance = new MarketoInstance(Options(), clock, new Draws((ulong)seed));
        await using var host = await HostedSimulator.StartAsync(instance, routes => routes.MapMarketoSim());
        var round = new FuzzedMarketo(seed, instance, clock, host.Http);
        await round.RunAsync(requests);
        return round;
    }

    protected override string? Check(FuzzRequest request, int status, string? contentType, byte[] body) => MarketoRules.Check(request, status, contentType, body);

    protected override bool IsRefusedSession(string answer) => answer.Contains("\"code\":\"601\"", StringComparison.Ordinal) || answer.Contains("\"code\":\"602\"", StringComparison.Ordinal);

    protected override bool IsSuccess(int status, string answer) => answer.Contains("\"success\":true", StringComparison.Ordinal);

    protected override async Task<string> SignInAsync(HttpClient client)
    {
        using var answer = JsonDocument.Parse(await client.GetStringAsync(SignIn));
        return answer.RootElement.GetProperty("access_token").GetString()!;
    }

    protected override void Advance(TimeSpan duration) => clock.Advance(duration);

    protected override void Turn()
    {
        var names = instance.SwitchNames.Where(name => name != "answer.override").ToList();
        var name = names[Random.Next(names.Count)];
        var settings = instance.SwitchSettings(name);
        var setting = settings[Random.Next(settings.Count)];
        try
        {
            instance.SetSwitch(name, setting);
        }
        catch (ArgumentException)
        {
            // A setting that stands for a number or a text.
        }
    }

    private static MarketoSimOptions Options() => new()
    {
        Credentials = [new MarketoCredential("sync-engine", "s3cret", "sync@example.invalid")],
        CallsPerWindow = 10_000,
        CallsPerDay = 10_000_000,
        CustomObjectMetadata = true,
        Partitions = [new MarketoPartition(1, "Default"), new MarketoPartition(2, "Europe")],
        Channels =
        [
            new MarketoChannel("Webinar", [new("Not in Program", 0), new("Invited", 10), new("Registered", 20), new("Attended", 30, Success: true)]),
            new MarketoChannel("Email Send", [new("Member", 10), new("Clicked", 20, Success: true)]) { ApplicableProgramType = "email" },
            new MarketoChannel("Nurture", [new("Member", 10), new("Engaged", 20, Success: true)]) { ApplicableProgramType = "nurture" },
        ],
        Programs =
        [
            new MarketoProgram(1044, "Spring Webinar", "Webinar"),
            new MarketoProgram(1045, "Spring Mailing", "Email Send") { Type = "Email", Status = "unlocked", Filters = [new SmartListFilter.FieldIs("country", "Austria")] },
            new MarketoProgram(1046, "Spring Nurture", "Nurture") { Type = "Engagement", Status = "on" },
        ],
        TagTypes = [new MarketoTagType("Region", ["EMEA", "APAC"]), new MarketoTagType("Owner", []) { Required = true, ProgramTypes = ["nurture"] }],
        SmartLists = [new MarketoSmartList(5201, "Austrians") { Filters = [new SmartListFilter.FieldIs("country", "Austria"), new SmartListFilter.NotInList(3379)] }],
        Lists = [new MarketoList(3379, "Acquisition Suppression"), new MarketoList(3380, "Customers") { ProgramName = "Spring Webinar" }],
        Emails = [new MarketoEmail(501, "Spring Launch") { CampaignId = 3712 }],
        Forms = [new MarketoForm(601, "Contact Us") { Fields = ["firstName", "email", "title", "unsubscribed"] }],
        MemberFields = [new CustomField("mealChoice", SfMarketo.MarketoSim.Instance.PersonFieldType.String)],
        Campaigns =
        [
            new MarketoCampaign
            {
                Id = 3712,
                Name = "Nurture Suppression",
                Requestable = true,
                ProgramId = 1044,
                ProgramName = "Spring Webinar",
                FlowSteps = [new FlowStep.ChangeDataValue("syncOrigin", "suppressed"), new FlowStep.ChangeScore(5), new FlowStep.ChangeProgramStatus(1044, "Invited"), new FlowStep.AddToList(9, "Suppressed")],
            },
            new MarketoCampaign { Id = 3713, Name = "Nightly", Type = MarketoCampaignType.Batch },
        ],
    };

    private static List<(string Method, string Path)> ReadPaths()
    {
        using var stream = typeof(MarketoInstance).Assembly.GetManifestResourceStream(typeof(MarketoInstance).Assembly.GetManifestResourceNames().Single(name => name.EndsWith("vendor-operations.txt", StringComparison.Ordinal)))!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split(' ', 2)).Where(parts => parts.Length == 2).Select(parts => (parts[0], parts[1]))];
    }
}
