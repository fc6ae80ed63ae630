namespace SfMarketo.Sync.Pacing;

/// <summary>The breakers of both systems, one for each family of endpoints. Thread-safe.</summary>
public sealed class Breakers(TimeProvider time, Func<double> draw)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, Breaker> families = new(StringComparer.Ordinal);

    /// <summary>Called with the family's name when one that was down answers again.</summary>
    public Action<string>? Closed { get; set; }

    /// <summary>How often a family was taken to be down so far.</summary>
    public long Opened
    {
        get
        {
            lock (gate)
            {
                return families.Values.Sum(static breaker => breaker.Openings);
            }
        }
    }

    /// <summary>The families that are down now, in the order of their names.</summary>
    public IReadOnlyList<string> Open
    {
        get
        {
            lock (gate)
            {
                return [.. families.Where(static family => family.Value.IsOpen).Select(static family => family.Key)];
            }
        }
    }

    /// <summary>The breaker of a family, such as <c>marketo leads write</c>.</summary>
    public Breaker Of(string family)
    {
        lock (gate)
        {
            if (!families.TryGetValue(family, out var breaker))
            {
                families.Add(family, breaker = new Breaker(time, draw));
            }

            return breaker;
        }
    }

    /// <summary>Makes a call if its family's breaker lets it pass, and tells the breaker how it ended.</summary>
    /// <param name="family">The family.</param>
    /// <param name="refused">What the caller hears when it does not pass.</param>
    /// <param name="call">The call; its cancellation is an exception.</param>
    /// <returns>The call's answer. A failure that speaks of an outage names the family in <see cref="CallFailure.Endpoint"/>.</returns>
    internal async Task<CallResult<T>> GuardAsync<T>(string family, CallFailure refused, Func<Task<CallResult<T>>> call)
    {
        var breaker = Of(family);
        if (!breaker.TryEnter(out var isProbe))
        {
            return refused with { Endpoint = family, InARow = breaker.Failures };
        }

        var isTold = false;
        try
        {
            var answer = await call();
            var failure = answer.IsSuccess ? default : answer.Failure;
            if (failure.Endpoint is not null)
            {
                return answer; // another family's, which it needed first
            }

            isTold = true;
            if (failure.Scope == FailureScope.Endpoint)
            {
                return failure with { Endpoint = family, InARow = breaker.Failed(isProbe) };
            }

            if (breaker.Answered())
            {
                Closed?.Invoke(family);
            }

            return answer;
        }
        finally
        {
            if (!isTold)
            {
                breaker.Left(isProbe);
            }
        }
    }
}
