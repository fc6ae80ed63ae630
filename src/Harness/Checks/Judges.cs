using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>All checks of a run, fed by the recorders of both simulators.</summary>
/// <remarks>Add one instance to both recorders. Over sockets the two simulators record at the same time, so that entries are let in one by one.</remarks>
public sealed class Judges : IRecordSink
{
    private readonly Lock gate = new();
    private readonly ReadWatch reads;
    private readonly ICheck[] checks;

    /// <param name="settings">What the records do not say.</param>
    /// <param name="start">What both systems hold before the first record.</param>
    /// <param name="skip">Ids of checks that the scenario leaves out.</param>
    public Judges(CheckSettings settings, SystemsState start, IReadOnlyCollection<string>? skip = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        reads = new ReadWatch(settings);
        checks = [.. All(settings, reads).Where(check => skip is null || !skip.Contains(check.Id))];
        foreach (var check in checks)
        {
            check.Start(start);
        }
    }

    /// <summary>Ids and titles of all checks, in the order of their results.</summary>
    public static IReadOnlyList<(string Id, string Title)> Catalog => [.. All(new(), new(new())).Select(check => (check.Id, check.Title))];

    public void OnCall(in CallEntry entry)
    {
        lock (gate)
        {
            reads.OnCall(entry);
            foreach (var check in checks)
            {
                check.OnCall(entry);
            }
        }
    }

    public void OnCommit(in CommitEntry entry)
    {
        lock (gate)
        {
            reads.OnCommit(entry);
            foreach (var check in checks)
            {
                check.OnCommit(entry);
            }
        }
    }

    public void OnDelivered(in DeliveredEntry entry)
    {
        lock (gate)
        {
            reads.OnDelivered(entry);
            foreach (var check in checks)
            {
                check.OnDelivered(entry);
            }
        }
    }

    public void OnMessage(in MessageEntry entry)
    {
        lock (gate)
        {
            foreach (var check in checks)
            {
                check.OnMessage(entry);
            }
        }
    }

    /// <summary>Judges what is left, when both systems are still.</summary>
    public IReadOnlyList<CheckResult> Finish(SystemsState end)
    {
        lock (gate)
        {
            return [.. checks.Select(check => check.Finish(end))];
        }
    }

    private static ICheck[] All(CheckSettings settings, ReadWatch reads) =>
    [
        new CallWindowCheck(settings),
        new ConcurrencyCheck(settings),
        new QuotaCheck(settings),
        new SizeCheck(settings),
        new OneAtATimeCheck(settings),
        new RefusalCheck(settings),
        new DuplicateCheck(settings),
        new StampCheck(settings),
        new TaskOnceCheck(settings),
        new AssignmentCheck(settings),
        new ValueOrderCheck(settings),
        new NeedlessWriteCheck(settings),
        new EditWriteCheck(settings),
        new CompanyWriteCheck(settings),
        new CursorCheck(reads),
        new OwnedFieldCheck(settings),
        new TombstoneCheck(settings),
        new ConvertedLeadCheck(settings),
        new CompanyFirstCheck(settings),
        new ConsentCheck(settings),
        new IdentityCallCheck(settings),
        new DeadTokenCheck(settings),
        new InboxCheck(settings),
        new BacklogCheck(settings),
        new ConvergenceCheck(),
        new NothingLostCheck(settings),
        new QuietCheck(settings),
        new IdleCostCheck(settings),
        new CrosswalkCheck(),
        new OnePersonCheck(settings),
        new TaskCheck(settings),
        new TaskShapeCheck(settings),
        new StandingCheck(settings),
        new TrackCheck(settings),
        new CompanyCheck(settings),
        new MissedRowCheck(settings, reads),
        new SettledCheck(settings),
        new ShadowCheck(),
        new LedgerCheck(settings),
        new MessageCheck(settings),
    ];
}
