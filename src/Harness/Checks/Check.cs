using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>What all checks share: counting, and keeping the first violations.</summary>
internal abstract class Check(string id, string title) : ICheck
{
    private const int Kept = 50;

    private readonly List<Violation> violations = [];
    private long found;
    private CheckResult? result;

    public string Id { get; } = id;

    public string Title { get; } = title;

    /// <summary>Items looked at so far.</summary>
    protected long Examined { get; set; }

    /// <summary>Whether the run held anything that the rule speaks of. One that speaks of every run always applies, and fails when it examined nothing.</summary>
    protected virtual bool Applies => true;

    public virtual void Start(SystemsState state)
    {
    }

    public virtual void OnCall(in CallEntry entry)
    {
    }

    public virtual void OnCommit(in CommitEntry entry)
    {
    }

    public virtual void OnDelivered(in DeliveredEntry entry)
    {
    }

    public virtual void OnMessage(in MessageEntry entry)
    {
    }

    public CheckResult Finish(SystemsState end)
    {
        if (result is null)
        {
            Judge(end);
            var applied = Applies || found > 0;
            result = new CheckResult(Id, Title, found == 0 && (Examined > 0 || !applied), Examined, violations) { Found = found, Applied = applied };
        }

        return result;
    }

    /// <summary>Judges what can be judged at the end only.</summary>
    protected virtual void Judge(SystemsState end)
    {
    }

    protected void Violate(string what, long? at, string record = "", params long[] calls)
    {
        found++;
        if (violations.Count < Kept)
        {
            violations.Add(new Violation(what, at, record, calls));
        }
    }
}
