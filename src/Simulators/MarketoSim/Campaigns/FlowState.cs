using SfMarketo.Kernel.Storage;

namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>What flows remember: who waits until when, and who entered which campaign last.</summary>
internal sealed class FlowState
{
    private readonly SortedDictionary<(long At, long Number), DueStep> due;
    private readonly ForkableMap<(int Campaign, int Person), long> entered;
    private long lastNumber;

    public FlowState() => (due, entered) = ([], new ForkableMap<(int Campaign, int Person), long>());

    private FlowState(FlowState other) => (due, entered, lastNumber) = (new(other.due), other.entered.Fork(), other.lastNumber);

    /// <summary>The first instant at which something is due, microseconds; null for none.</summary>
    public long? NextAt
    {
        get
        {
            foreach (var ((at, _), _) in due)
            {
                return at;
            }

            return null;
        }
    }

    public bool HasCast(int program)
    {
        foreach (var step in due.Values)
        {
            if (step is DueStep.ProgramCast cast && cast.ProgramId == program)
            {
                return true;
            }
        }

        return false;
    }

    public void Add(DueStep step) => due.Add((step.At, ++lastNumber), step);

    /// <summary>Takes the first step.</summary>
    public DueStep TakeFirst()
    {
        var (key, step) = due.First();
        due.Remove(key);
        return step;
    }

    /// <summary>When the person last entered the campaign, microseconds; null for never. Only campaigns with a rule are remembered.</summary>
    public long? EnteredAt(int campaign, int person) => entered.TryGetValue((campaign, person), out var at) ? at : null;

    public void Enter(int campaign, int person, long at) => entered.Set((campaign, person), at);

    public FlowState Fork() => new(this);
}
