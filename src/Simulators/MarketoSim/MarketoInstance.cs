using System.Text;
using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Guidance;
using SfMarketo.Kernel.Randomness;
using SfMarketo.Kernel.Storage;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Campaigns;
using SfMarketo.MarketoSim.Companies;
using SfMarketo.MarketoSim.Consent;
using SfMarketo.MarketoSim.Engagement;
using SfMarketo.MarketoSim.Folders;
using SfMarketo.MarketoSim.Identity;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Limits;
using SfMarketo.MarketoSim.Lists;
using SfMarketo.MarketoSim.Objects;
using SfMarketo.MarketoSim.Options;
using SfMarketo.MarketoSim.Programs;
using SfMarketo.MarketoSim.Usage;

namespace SfMarketo.MarketoSim;

/// <summary>A simulated Marketo instance: its people, activities, programs and campaigns behind the REST API, with the vendor's limits.</summary>
/// <remarks>
/// This file is the way of a call through the vendor's checks. What people do at the screens is in <c>MarketoInstance.Human.cs</c>, what judges may see
/// in <c>MarketoInstance.Views.cs</c>.
/// </remarks>
public sealed partial class MarketoInstance : Simulator
{
    private readonly Draws tokenDraws;
    private readonly StringPool pool = new();
    private readonly long startedAt;
    private readonly LimitGuidance limitGuidance = new();
    private InstanceLimits limits;
    private UsageLedger usage = new();

    /// <param name="options">Limits, credentials, schema, assets.</param>
    /// <param name="time">The clock of tokens, limits and records.</param>
    /// <param name="draws">The seed of tokens and service times.</param>
    public MarketoInstance(MarketoSimOptions options, TimeProvider time, Draws draws)
        : this(options, time, draws, new PersonSchema(options.CustomFields), null)
    {
    }

    private MarketoInstance(MarketoSimOptions options, TimeProvider time, Draws draws, PersonSchema schema, MarketoStore? store)
        : base("marketo", time, draws, options.ServiceTime)
    {
        Options = options;
        Store = store ?? new MarketoStore(schema, options.Switches.LeadEmailIgnoreCase, options.CustomObjects) { Assets = new AssetCatalog(options, NowMicros) };
        tokenDraws = draws.Fork("marketo.tokens");
        Tokens = new TokenStore(tokenDraws, options.TokenLifetime);
        limits = new InstanceLimits(options, NowMicros);
        usage.Count(limits.Today(NowMicros), "", options.CallsSpentToday);
        Reader = new FieldValueReader(pool, () => Options.Switches);
        CompanyLinks = new CompanyLinks(this);
        ObjectWriter = new ObjectWriter(this);
        Consent = new DurableUnsubscribe(this);
        Writer = new PersonWriter(this);
        Merging = new PersonMerge(this);
        MemberWriter = new MemberWriter(this);
        ListWriter = new ListWriter(this);
        AssetWriter = new AssetWriter(this);
        ProgramCloner = new ProgramCloner(this);
        Webhooks = new WebhookCaller(this);
        Nurture = new NurtureWriter(this);
        Engagement = new EngagementWriter(this);
        Mailing = new Mailing(this, draws.Fork("marketo.mailings"));
        Cookies = new Leads.CookieWriter(this);
        Campaigns = new CampaignRunner(this);
        Due = new DueWork(this);
        startedAt = NowMicros;
        foreach (var campaign in store is null ? options.Campaigns : [])
        {
            Campaigns.Recur(campaign, startedAt);
        }
    }

    /// <summary>The options as they are now: limits and switches may be changed while the instance runs.</summary>
    public MarketoSimOptions Options { get; private set; }

    /// <summary>The fields of people, as they are now.</summary>
    internal PersonSchema Schema => Store.People.Schema;

    internal MarketoStore Store { get; private set; }

    internal MemberSchema MemberSchema => Assets.MemberSchema;

    internal PersonWriter Writer { get; }

    internal PersonMerge Merging { get; }

    internal ObjectWriter ObjectWriter { get; }

    internal CompanyLinks CompanyLinks { get; }

    internal DurableUnsubscribe Consent { get; }

    internal MemberWriter MemberWriter { get; }

    internal ListWriter ListWriter { get; }

    internal EngagementWriter Engagement { get; }

    internal Mailing Mailing { get; }

    internal Leads.CookieWriter Cookies { get; }

    internal AssetWriter AssetWriter { get; }

    internal ProgramCloner ProgramCloner { get; }

    internal WebhookCaller Webhooks { get; }

    internal NurtureWriter Nurture { get; }

    internal CampaignRunner Campaigns { get; }

    internal DueWork Due { get; }

    /// <summary>Creation date of the assets, which come with the instance, as the lead database writes it.</summary>
    internal string StartedAt => WireTime.Format(startedAt);

    internal FieldValueReader Reader { get; }

    internal Leads.LeadJson LeadJson { get; } = new();

    internal TokenStore Tokens { get; private set; }

    internal AssetCatalog Assets => Store.Assets;

    internal UsageLedger Usage => usage;

    internal InstanceLimits Limits => limits;

    protected override int MaxBody => Options.BodyBytes;

    protected override int MaxBodyOf(HttpRequest request) => BulkImport.ImportEndpoints.IsImport(request.Path.Value ?? "/") ? Options.ImportBytes : Options.BodyBytes;

    /// <summary>A second instance with the same people, activities and memberships, whose changes the first does not see, and the other way round. Limits, tokens and usage start anew.</summary>
    /// <remarks>Takes microseconds per thousand people: rows are shared until one side writes.</remarks>
    public MarketoInstance Fork(TimeProvider time)
    {
        lock (Gate)
        {
            return Fork(Options, time, Draws.Copy());
        }
    }

    private MarketoInstance Fork(MarketoSimOptions options, TimeProvider time, Draws draws)
    {
        var fork = new MarketoInstance(options, time, draws, Schema, Store.Fork());
        fork.Recorder.ContinueFrom(Recorder);
        return fork;
    }

    /// <summary>Takes the state of another instance with the same options, as a fork does; limits, tokens and usage start anew.</summary>
    public void Reset(MarketoInstance origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        MarketoStore taken;
        lock (origin.Gate)
        {
            // Several instances may take it at once.
            taken = origin.Store.Fork();
        }

        lock (Gate)
        {
            Store = taken;
            Store.People.SetEmailCase(Options.Switches.LeadEmailIgnoreCase);
            Tokens = new TokenStore(tokenDraws, Options.TokenLifetime);
            limits = new InstanceLimits(Options, NowMicros);
            usage = new UsageLedger();
        }
    }

    /// <summary>Where <c>_method</c> may be: in the query, as documented, or in the form body, as node-marketo-rest sends it.</summary>
    private static string MethodParameters(SimCall call, string query) =>
        call.Http.Request.Method == "POST" && call.Http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
            ? $"{query}&{Encoding.UTF8.GetString(call.Body.Span)}"
            : query;

    /// <summary>Draws of one concern by its name: forks of the instance draw the same.</summary>
    internal Draws DrawsOf(string concern) => Draws.Fork(concern);

    internal void CountError(string code, long at)
    {
        var (ledger, day) = (usage, limits.Today(at));
        CountUsage(at, () => ledger.CountError(day, code));
    }

    private void CountCall(long at, string user)
    {
        if (Options.Switches.UsageLag == UsageLag.None)
        {
            usage.Count(limits.Today(at), user);
            return;
        }

        CountLater(at, user);
    }

    private void CountLater(long at, string user)
    {
        var (ledger, day) = (usage, limits.Today(at));
        CountUsage(at, () => ledger.Count(day, user));
    }

    /// <summary>At once, or so much later that readers see it when sw:usage.lag says.</summary>
    private void CountUsage(long at, Action count)
    {
        if (Options.Switches.UsageLag == UsageLag.None)
        {
            count();
        }
        else
        {
            usage.CountLater(at + UsageLedger.Lag, count);
        }
    }

    /// <summary>The vendor's checks in the vendor's order: sizes, path, method, token, concurrency, rate, quota, permission.</summary>
    /// <remarks>The order is unverified (shared/reference/marketo.md section 4, sw:limits.order).</remarks>
    protected override bool Admit(SimCall call)
    {
        var request = call.Http.Request;
        var path = request.Path.Value ?? "/";
        var query = request.QueryString.Value ?? "";
        if (path.Length + query.Length > Options.UriCharacters)
        {
            return RefuseHttp(call, StatusCodes.Status414UriTooLong);
        }

        if (call.Body.Length > MaxBodyOf(request))
        {
            return RefuseHttp(call, StatusCodes.Status413PayloadTooLarge);
        }

        var operation = call.Http.GetEndpoint()?.Metadata.GetMetadata<MarketoRoute>()?.For(request.Method, MethodParameters(call, query), Options.Switches);
        if (operation is null)
        {
            return RefuseUnknown(call, MarketoRoute.IsOverridden(MethodParameters(call, query)) ? "GET" : request.Method, path);
        }

        if (operation.IsIdentity)
        {
            call.Session = new MarketoCall(this, call, operation, null);
            return true;
        }

        var token = FindToken(call, out var refusal);
        if (token is null)
        {
            return Refuse(call, operation, refusal);
        }

        call.Client = token.Credential.ClientId;
        if (limits.TryEnter(call.At) is { } limit)
        {
            return Refuse(call, operation, limit);
        }

        var admitted = new MarketoCall(this, call, operation, token) { Entered = limits };
        call.Session = admitted;
        CountCall(call.At, token.Credential.User);
        if (token.Credential.Permissions.Allow(operation.Permission))
        {
            return true;
        }

        limits.Leave();
        call.Guidance = $"the role of the service '{call.Client}' has not {string.Join(" and ", RolePermissions.NamesOf(operation.Permission))}";
        admitted.Fail(MarketoErrors.AccessDenied);
        return false;
    }

    protected override void Leave(SimCall call) => (call.Session as MarketoCall)?.Entered?.Leave();

    protected override void Fail(SimCall call) => ((MarketoCall)call.Session!).Fail(MarketoErrors.System);

    protected override string RedactQuery(string query) => QueryRedaction.Redact(query);

    /// <summary>Two slashes are one while sw:http.doubleSlash says so.</summary>
    protected override string Tidy(string path)
    {
        while (Options.Switches.DoubleSlashAccepted && path.Contains("//", StringComparison.Ordinal))
        {
            path = path.Replace("//", "/", StringComparison.Ordinal);
        }

        return path;
    }

    private AccessToken? FindToken(SimCall call, out MarketoError refusal)
    {
        refusal = Options.Switches.MissingToken == MissingToken.AccessDenied ? MarketoErrors.AccessDenied : MarketoErrors.EmptyToken;
        var text = TokenText(call);
        if (text.IsEmpty)
        {
            return null;
        }

        refusal = MarketoErrors.TokenInvalid;
        var token = Tokens.Find(text);
        if (token is null || call.At < token.ExpiresAt)
        {
            return token;
        }

        if (!token.ExpiryTold || !Options.Switches.ExpiredThen601)
        {
            token.ExpiryTold = true;
            refusal = MarketoErrors.TokenExpired;
        }

        return null;
    }

    private ReadOnlySpan<char> TokenText(SimCall call) =>
        (call.Http.Request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            ? header.AsSpan(7).Trim()
            : Options.Switches.QueryToken ? new CallParameters(call.Http.Request.QueryString.Value ?? "")["access_token"] : default(ReadOnlySpan<char>);

    private bool RefuseUnknown(SimCall call, string method, string path)
    {
        var vendor = VendorOperations.Find(method, path);
        if (vendor == VendorPath.Known)
        {
            // Not the vendor's answer at all, so nothing is counted.
            call.Status = StatusCodes.Status501NotImplemented;
            call.Guidance = NearMisses.Tell("this simulator has it not yet", method, path, RoutedOperations.Of(call.Http, MarketoRoute.MethodsOf));
            new MarketoCall(this, call, MarketoSimEndpoints.None, null).Fail(MarketoErrors.NotSimulated(method, path));
            return false;
        }

        var seedMembers = path == "/rest/v1/leads/programs/members.json" && Options.Switches.CompatMembersPathError == MembersPathError.NotFound;
        var known = !seedMembers && (vendor == VendorPath.OtherMethod || call.Http.GetEndpoint()?.Metadata.GetMetadata<MarketoRoute>() is not null);
        call.Guidance = NearMisses.Tell(known ? $"Marketo has this path, but not with {method}" : "Marketo has no such path", method, path, VendorOperations.Operations);
        return Refuse(call, MarketoSimEndpoints.None, known ? MarketoErrors.MethodNotSupported(method) : MarketoErrors.NotFound);
    }

    private bool Refuse(SimCall call, MarketoOperation operation, in MarketoError error)
    {
        if (limits.Counts(error.Code))
        {
            limits.CountRefused(call.At);
            CountCall(call.At, Options.Credentials.FirstOrDefault(known => known.ClientId == call.Client)?.User ?? "");
        }

        call.Guidance ??= limitGuidance.Tell(error.Code, call.Client, call.At, limits, Options);
        new MarketoCall(this, call, operation, null).Fail(error);
        return false;
    }

    /// <summary>The web server's own refusals: no envelope, no body.</summary>
    private static bool RefuseHttp(SimCall call, int status)
    {
        call.Status = status;
        call.ContentType = null;
        call.AddCode(status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return false;
    }
}
