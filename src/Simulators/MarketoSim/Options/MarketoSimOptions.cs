using SfMarketo.Kernel.Randomness;

namespace SfMarketo.MarketoSim.Options;

/// <summary>A simulated Marketo instance: its limits, credentials, schema and assets.</summary>
public sealed record MarketoSimOptions
{
    /// <summary>So many that nobody meets it.</summary>
    public const int NoLimit = 1_000_000_000;

    /// <summary>Calls accepted in any half-open window. Default 100, Marketo's limit for every instance.</summary>
    public int CallsPerWindow { get; init; } = 100;

    /// <summary>Length of the window, seconds. Default 20, as documented ("100 calls per 20 seconds").</summary>
    public int WindowSeconds { get; init; } = 20;

    /// <summary>Calls running at once. Default 10, as documented.</summary>
    public int ConcurrentCalls { get; init; } = 10;

    /// <summary>Records of one write, and ids of one delete or list call. Default 300.</summary>
    public int BatchRecords { get; init; } = 300;

    /// <summary>Imports that wait or run. Default 10.</summary>
    public int ImportJobs { get; init; } = 10;

    /// <summary>Extracts that wait or run. Default 10.</summary>
    public int ExportJobs { get; init; } = 10;

    /// <summary>Calls a day. Default 50,000, as documented for most subscriptions.</summary>
    public int CallsPerDay { get; init; } = 50_000;

    /// <summary>Calls of the first day that are spent before the instance starts. Default 0.</summary>
    public int CallsSpentToday { get; init; }

    /// <summary>[rate.window] What a window is: any span of its length (default), or spans laid end to end.</summary>
    public RateWindow RateWindow { get; init; }

    /// <summary>[limits.order] Which limit a call meets first when it is over several. Default concurrency, rate, quota.</summary>
    public LimitOrder LimitOrder { get; init; }

    /// <summary>[quota.resetZone] Zone at whose midnight the day's calls come back. Default America/Chicago ("midnight Central Time"); <c>UTC-06</c> is the other reading, "12:00AM CST"; <see cref="SeedZone"/> is that reading while compat.seed is on.</summary>
    public string QuotaResetZone { get; init; } = "America/Chicago";

    /// <summary>The setting of <see cref="QuotaResetZone"/> that follows compat.seed.</summary>
    public const string SeedZone = "seed";

    /// <summary>The zone that holds now.</summary>
    internal string ResetZone => QuotaResetZone != SeedZone ? QuotaResetZone : Switches.CompatSeed ? "UTC-06" : "America/Chicago";

    /// <summary>Largest body, bytes; more is HTTP 413. Default 1 MiB ("1 MB"). Bulk imports have their own limit.</summary>
    public int BodyBytes { get; init; } = 1_048_576;

    /// <summary>Largest body of a bulk import, bytes; more is HTTP 413. Default 10 MiB ("10 MB").</summary>
    public int ImportBytes { get; init; } = 10_485_760;

    /// <summary>Bytes of extracted files a day, over all users; then 1029. Default 500 MiB ("500 MB"). It comes back with the day's calls.</summary>
    public int ExportBytesPerDay { get; init; } = 524_288_000;

    /// <summary>Longest path with query, characters; more is HTTP 414. Default 8,192 ("8 KB").</summary>
    public int UriCharacters { get; init; } = 8_192;

    /// <summary>[limits.countRejected] Which refused calls count to the window and the day. Default: all but those that Adobe's error table marks with a star.</summary>
    public CountRejected CountRejected { get; init; } = CountRejected.StarredFree;

    /// <summary>Life of an access token, seconds. Default 3,600, as documented.</summary>
    public int TokenLifetime { get; init; } = 3600;

    /// <summary>The custom services (client ids) that may sign in. None by default: nobody gets in by accident.</summary>
    public IReadOnlyList<MarketoCredential> Credentials { get; init; } = [];

    /// <summary>How long a call works inside its concurrency slot. None by default; virtual runs pass a median of 150 ms and a p99 of 1.2 s.</summary>
    public LatencyDistribution ServiceTime { get; init; } = LatencyDistribution.None;

    /// <summary>The instance's key: three digits, three letters, three digits.</summary>
    public string MunchkinId { get; init; } = "123-ABC-456";

    /// <summary>Fields beyond the standard ones and the sync's own (<see cref="Instance.PersonSchema"/>).</summary>
    public IReadOnlyList<CustomField> CustomFields { get; init; } = [];

    /// <summary>The lead partitions; the first is the default one. One by default, as in an instance without partitions.</summary>
    public IReadOnlyList<MarketoPartition> Partitions { get; init; } = [new(1, "Default") { Description = "Initial system lead partition" }];

    public IReadOnlyList<Programs.MarketoChannel> Channels { get; init; } = [];

    public IReadOnlyList<Programs.MarketoProgram> Programs { get; init; } = [];

    public IReadOnlyList<Campaigns.MarketoCampaign> Campaigns { get; init; } = [];

    public IReadOnlyList<Lists.MarketoList> Lists { get; init; } = [];

    public IReadOnlyList<SmartLists.MarketoSmartList> SmartLists { get; init; } = [];

    /// <summary>Tags that programs may carry.</summary>
    public IReadOnlyList<Tags.MarketoTagType> TagTypes { get; init; } = [];

    /// <summary>Communication limit: e-mails that are not operational, to one person on one day of <see cref="QuotaResetZone"/>, by campaigns that heed it. Default so many that it is none.</summary>
    public int EmailsPerDay { get; init; } = NoLimit;

    /// <summary>As <see cref="EmailsPerDay"/>, in seven days.</summary>
    public int EmailsPerWeek { get; init; } = NoLimit;

    public IReadOnlyList<Engagement.MarketoEmail> Emails { get; init; } = [];

    public IReadOnlyList<LandingPages.MarketoLandingPage> LandingPages { get; init; } = [];

    public IReadOnlyList<Engagement.MarketoForm> Forms { get; init; } = [];

    /// <summary>Program member fields beyond the standard ones.</summary>
    public IReadOnlyList<CustomField> MemberFields { get; init; } = [];

    /// <summary>Custom objects that are there from the start; more can be made by the control API.</summary>
    public IReadOnlyList<CustomObjects.MarketoCustomObject> CustomObjects { get; init; } = [];

    /// <summary>Whether the subscription has custom objects. Default true; without them their endpoints answer 1026.</summary>
    public bool CustomObjectsEnabled { get; init; } = true;

    /// <summary>The custom object metadata API, which is a tier of its own. Default false: its endpoints answer 616.</summary>
    public bool CustomObjectMetadata { get; init; }

    /// <summary>Rows of the activity log that one page looks through. Default 10,000; a page may then be short or empty while <c>moreResult</c> is true, as documented.</summary>
    public int ActivityScanLimit { get; init; } = 10_000;

    /// <summary>What the vendor's documents leave open. Strict by default.</summary>
    public MarketoSwitches Switches { get; init; } = new();
}
