namespace SfMarketo.Kernel.Quotas;

/// <summary>At most N calls running at once. A call counts from its admission until its answer is out.</summary>
/// <remarks>Source: Marketo REST API, "Maximum of 10 concurrent API calls" (error 615).</remarks>
public sealed class ConcurrencyGate(int limit)
{
    public int Limit { get; } = limit;

    public int Running { get; private set; }

    public bool TryEnter()
    {
        if (Running >= Limit)
        {
            return false;
        }

        Running++;
        return true;
    }

    public void Leave() => Running--;
}
