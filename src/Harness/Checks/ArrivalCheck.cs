using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A check of calls in the order in which they arrived at Marketo.</summary>
internal abstract class ArrivalCheck : Check
{
    private readonly ArrivalOrder order;

    protected ArrivalCheck(string id, string title)
        : base(id, title) => order = new ArrivalOrder(Arrived);

    public override void OnCall(in CallEntry entry)
    {
        if (Concerns(entry))
        {
            order.Add(entry);
        }
    }

    /// <summary>Whether the call is one of those that are judged: unless said otherwise, all that take a place in the window.</summary>
    protected virtual bool Concerns(in CallEntry entry) => entry.IsCounted();

    /// <summary>The next call by its arrival.</summary>
    protected abstract void Arrived(CallEntry call);

    protected override void Judge(SystemsState end) => order.Flush();
}
