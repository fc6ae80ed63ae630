using System.Globalization;
using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Faults;
using SfMarketo.Kernel.Guidance;
using SfMarketo.Kernel.Quotas;
using SfMarketo.Kernel.Randomness;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Bulk;
using SfMarketo.SalesforceSim.Bulk.Ingest;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Frame;
using SfMarketo.SalesforceSim.Limits;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Conversion;
using SfMarketo.SalesforceSim.Org.Duplicates;
using SfMarketo.SalesforceSim.Org.Rules;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;
using SfMarketo.SalesforceSim.OutboundMessages;
using SfMarketo.SalesforceSim.Rows;
using SfMarketo.SalesforceSim.SignIn;
using SfMarketo.SalesforceSim.Soap;

namespace SfMarketo.SalesforceSim;

/// <summary>A simulated Salesforce org: rows with the vendor's rules, sign-in, limits, and what people do in it.</summary>
/// <remarks>Endpoints are mapped by <see cref="SalesforceSimEndpoints.MapSalesforceSim"/>. All public members take the gate themselves.</remarks>
public sealed partial class SalesforceOrg : Simulator
{
    // The vendor refuses bodies far above what a collection of 200 rows needs.
    private const int LargestBody = 50 * 1024 * 1024;

    private readonly ReturnTimes returns = new();
    private readonly Lateness longTransactions;
    private readonly OrgStore seeded;
    private readonly OutboundQueue seededQueue;
    private readonly SignInState seededSignIn;
    private readonly IReadOnlyList<OutboundTarget> targets;

    public SalesforceOrg(SalesforceSimOptions options, TimeProvider time, Draws draws)
        : this(options, time, draws, null, "main")
    {
    }

    private SalesforceOrg(SalesforceSimOptions options, TimeProvider time, Draws draws, SalesforceOrg? source, string name)
        : base("salesforce", time, draws, options.ServiceTime)
    {
        Options = options;
        InstanceId = name;
        longTransactions = new Lateness(new DrawnDuration(DurationShape.Uniform, TimeSpan.Zero, TimeSpan.FromMinutes(10)), Draws.Fork("salesforce.commits"));
        DataRoutes = source?.DataRoutes ?? new DataRoutes();
        Switches = source?.Switches ?? (options.AllowPasswordGrant ? options.Switches with { PasswordGrant = true } : options.Switches);
        Query = source?.Query ?? options.Query;
        if (source is null)
        {
            Store = new OrgStore(OrgSchema.Build(options.ExtraFields, options.TaskGuidIsExternalId, options.Metadata));
            Store.Bin.Limit = options.Metadata.RecycleBinRows;
            var seed = new OrgSeed(Store, options, NowMicros);
            seed.Fill();
            Assignment = NewAssignment();
            seed.AddAssignmentRules(Assignment);
            Assignment.Check(Store);
            Requests = new RollingQuota(options.RequestsPerDay);
            Requests.Spend(NowMicros, options.RequestsSpent);
            Bulk = new BulkJobs(options.Bulk);
        }
        else
        {
            Store = source.Store.Fork();
            Assignment = source.Assignment.Fork();
            Requests = source.Requests.Copy();
            Bulk = source.Bulk.Fork();
            Recorder.ContinueFrom(source.Recorder);
        }

        seeded = Store.Fork();
        AppRequests = new AppQuotas(options.ConnectedApps);
        targets = source?.targets ?? [.. options.OutboundMessages.Select((definition, number) => new OutboundTarget(number, definition, Store.Schema))];
        OutboundDelivery = new OutboundDelivery(this, source?.OutboundDelivery.Queue.Fork() ?? NewQueue());
        seededQueue = OutboundDelivery.Queue.Fork();
        Workflow = new WorkflowRules(this, options.WorkflowRules, options.Metadata.WorkflowRules, targets);
        Permissions = new Permissions(Store.Schema, options.Metadata);
        Validation = new ValidationRules(Store.Schema, options.Metadata.ValidationRules);
        RowReader = new RowReader(Store, Switches);
        Writer = NewWriter();
        Converter = NewConverter();
        OrganizationId = Store["Organization"].IdOf(0);
        LongRunning = new LongRunningCalls(source?.LongRunning.Limit ?? options.ConcurrentLongRunning);
        SignIn = source?.SignIn.Fork() ?? new SignInState(options, Store, Draws.Fork("salesforce.grants"));
        seededSignIn = SignIn.Fork();
        IdTokens = new IdTokens(new IdTokenKey(Draws.Fork("salesforce.idTokens")));
        Sessions = NewSessions();
        Workflow.Check(NowMicros);
        CheckIntegrationUsers();
    }

    public SalesforceSimOptions Options { get; }

    /// <inheritdoc/>
    public override string InstanceId { get; }

    /// <summary>18 characters.</summary>
    public string OrganizationId { get; }

    /// <summary>The org's outbound messages: its queue, and what sends it.</summary>
    public OutboundDelivery OutboundDelivery { get; }

    internal OrgStore Store { get; private set; }

    internal RowWriter Writer { get; private set; }

    internal LeadConverter Converter { get; private set; }

    internal WorkflowRules Workflow { get; }

    internal AssignmentRules Assignment { get; private set; }

    internal Permissions Permissions { get; }

    internal ValidationRules Validation { get; }

    internal RollingQuota Requests { get; private set; }

    internal AppQuotas AppRequests { get; private set; }

    internal LongRunningCalls LongRunning { get; private set; }

    internal SessionTable Sessions { get; private set; }

    internal RowReader RowReader { get; private set; }

    /// <summary>The one row of a call, reused: calls run one at a time under the gate.</summary>
    internal RowInput RowInput { get; } = new();

    /// <summary>Apps, accounts, codes and refresh tokens.</summary>
    internal SignInState SignIn { get; private set; }

    internal IdTokens IdTokens { get; }

    internal DataRoutes DataRoutes { get; }

    protected override int MaxBody => LargestBody;

    /// <inheritdoc/>
    protected override int MaxBodyOf(HttpRequest request) => IngestEndpoints.IsUpload(request.Path.Value ?? "/") ? Math.Max(MaxBody, Options.Bulk.UploadBytes) : MaxBody;

    protected override bool Admit(SimCall call)
    {
        var endpoint = call.Http.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<OpenEndpoint>() is not null)
        {
            return true;
        }

        var path = call.Http.Request.Path.Value ?? "/";
        if (!path.StartsWith("/services/", StringComparison.Ordinal))
        {
            return AdmissionAnswers.CheckResource(call, endpoint, path);
        }

        if (!RequestSizes.Check(call))
        {
            return false;
        }

        var costs = true;
        if (SoapFault.Takes(call) ? !SoapAdmission.Enter(this, call, out costs) : !AdmissionAnswers.TrySession(this, call))
        {
            Requests.Spend(call.At, Switches.CallsWithoutSessionCount ? 1 : 0);
            return false;
        }

        if (!LongRunning.TryEnter(call.Number, call.At))
        {
            AddLimitInfo(call);
            call.Guidance = string.Create(CultureInfo.InvariantCulture, $"concurrency limit: {LongRunning.Limit} calls have run for 20 s and longer; the next one is let in when one of them has ended");
            call.Refuse(StatusCodes.Status403Forbidden, "REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded.");
            return false;
        }

        var taken = !costs || TryTakeRequest(call, call.At);
        AddLimitInfo(call);
        if (!taken)
        {
            LongRunning.Leave(call.Number);
            call.Guidance = string.Create(
                CultureInfo.InvariantCulture, $"request limit: {Requests.Used:N0} of {Requests.Limit:N0} requests in 24 h; {returns.Tell(call.Client, "TotalRequests", call.At, Requests.FreeIn(call.At))}");
            call.Refuse(StatusCodes.Status403Forbidden, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
            return false;
        }

        if (AdmissionAnswers.CheckVersion(this, call, path) && AdmissionAnswers.CheckResource(call, endpoint, path) && CheckBody(call))
        {
            return true;
        }

        LongRunning.Leave(call.Number);
        return false;
    }

    private bool CheckBody(SimCall call)
    {
        if (call.Body.Length <= MaxBody || call.Body.Length <= MaxBodyOf(call.Http.Request))
        {
            return true;
        }

        RequestInflation.RefuseSize(call);
        return false;
    }

    /// <summary>Most bytes of the request's body, inflated.</summary>
    internal int LargestBodyOf(HttpRequest request) => MaxBodyOf(request);

    /// <summary>Counts an API request of the call's app and org; a refused one counts by its switch.</summary>
    internal bool TryTakeRequest(SimCall call, long at)
    {
        var app = (call.Session as Session)?.App;
        if (Requests.TryTake(at, (int)Math.Min(int.MaxValue - Requests.Limit, (long)Requests.Limit * Switches.DailyGracePercent / 100)) && AppRequests.TryTake(app, at))
        {
            return true;
        }

        Requests.Spend(at, Switches.RefusedCallsCount ? 1 : 0);
        return false;
    }

    protected override string Tidy(string path) => path.StartsWith("/services/data/", StringComparison.Ordinal) ? AcceptedForms.WithoutSuffix(path) : path;

    protected override void Finish(SimCall call) => AnswerFrame.Finish(call);

    protected override void Leave(SimCall call) => LongRunning.Leave(call.Number);

    protected override void Fail(SimCall call) => call.Refuse(
        StatusCodes.Status500InternalServerError,
        "UNKNOWN_EXCEPTION",
        $"An unexpected error occurred. Please include this ErrorId if you contact support: {call.Number}-{call.At % 100_000} ({-call.At % int.MaxValue})");

    protected override string RedactQuery(string query) => QuerySecrets.Redact(query);

    /// <summary>An org with the same rows, quota and rule turns on another clock, without sessions; from now on neither sees the other's writes.</summary>
    public SalesforceOrg Fork(TimeProvider time)
    {
        lock (Gate)
        {
            return new SalesforceOrg(Options, time, Draws.Copy(), this, InstanceId);
        }
    }

    /// <summary>Back to the rows and waiting messages that were there when the org was made or forked: no sessions, no requests used. Limits and switches stay; commits and notifications are numbered on.</summary>
    public void Reset()
    {
        lock (Gate)
        {
            Store = seeded.Fork();
            Assignment = NewAssignment();
            RowReader = new RowReader(Store, Switches);
            Writer = NewWriter();
            Requests = new RollingQuota(Requests.Limit);
            Requests.Spend(NowMicros, Options.RequestsSpent);
            AppRequests = new AppQuotas(Options.ConnectedApps);
            LongRunning = new LongRunningCalls(LongRunning.Limit);
            Bulk = new BulkJobs(Options.Bulk);
            Sessions = NewSessions();
            SignIn = seededSignIn.Fork();
            OutboundDelivery.Replace(seededQueue.Fork());
        }
    }

    /// <summary>The all-or-none transaction of a composite call, while its parts run; theirs are parts of it.</summary>
    internal Transaction? Enclosing { get; set; }

    /// <summary>A transaction of the call's user.</summary>
    /// <param name="call">The call.</param>
    /// <param name="duplicates">What it says to duplicate rules; null for what REST's header says.</param>
    /// <param name="assignmentRuleId">The assignment rule that it names; null for the one of REST's header.</param>
    internal Transaction Begin(SimCall call, DuplicateSave? duplicates = null, string? assignmentRuleId = null) =>
        new(Store, Recorder, call.Now, call.Number, Actor.Client, call.Client, ((Session)call.Session!).User.Id, Enclosing)
        {
            Skew = call.Skew,
            Lateness = call.Lateness ?? LongTransactions,
            HoldsLocks = Switches.LateCommitsHoldLocks,
            AssignmentRuleId = assignmentRuleId ?? RuleIdOf(call.Http.Request.Headers["Sforce-Auto-Assign"].ToString()),
            Duplicates = duplicates ?? DuplicateSave.Parse(call.Http.Request.Headers["Sforce-Duplicate-Rule-Header"].ToString()),
        };

    /// <summary><c>commit.delay</c>: up to ten minutes, each as likely; null where commits are seen at once.</summary>
    private Lateness? LongTransactions => Switches.CommitsAreLate ? longTransactions : null;

    private static string? RuleIdOf(string header) => SalesforceId.TryParse(header, out var id) ? id.ToString() : null;

    private AssignmentRules NewAssignment() => new(Store.Schema, Options.AssignmentRule, Options.Metadata.AssignmentRules);

    private RowWriter NewWriter() => new(Switches, new OrgRules(Options.Metadata, Permissions, Validation, new DuplicateRules(Store.Schema, Options.Metadata, Switches.StandardDuplicateRules), Assignment, Workflow));

    private LeadConverter NewConverter() => new(Store.Schema, new ConversionFields(Store.Schema, Switches.ConversionFieldMap is { } map ? FieldMap.Read(map) : Options.ConversionFieldMap), () => Writer);

    private OutboundQueue NewQueue() => new(targets, Options, Draws.Fork("salesforce.outbound"));

    private SessionTable NewSessions() => new(Switches.SessionTimeout ?? Options.SessionTimeout, Switches.SessionSlides, Draws.Fork("salesforce.tokens"), OrganizationId);

    internal void AddLimitInfo(SimCall call)
    {
        if (Switches.LimitInfoHeader)
        {
            call.Http.Response.Headers["Sforce-Limit-Info"] = AppRequests.Any
                ? $"api-usage={Requests.Used}/{Requests.Limit}{AppRequests.Tell((call.Session as Session)?.App)}"
                : $"api-usage={Requests.Used}/{Requests.Limit}";
        }
    }
}
