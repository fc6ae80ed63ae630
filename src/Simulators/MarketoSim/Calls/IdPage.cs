namespace SfMarketo.MarketoSim.Calls;

/// <summary>A page of what is in the order of its ids: <c>batchSize</c> of them, behind the one that <c>nextPageToken</c> names.</summary>
internal readonly record struct IdPage(int Size, int After)
{
    /// <summary>False when the call was refused.</summary>
    public static bool TryRead(MarketoCall call, out IdPage page)
    {
        page = default;
        if (!call.TryReadBatchSize(out var size) || !call.TryReadAfterId(out var after))
        {
            return false;
        }

        page = new IdPage(size, after);
        return true;
    }

    /// <summary>Writes the answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="all">In the order of their ids.</param>
    /// <param name="id">Of one.</param>
    /// <param name="write">Writes one and counts it.</param>
    /// <param name="saysWhenDone">Whether the last page says <c>moreResult: false</c>.</param>
    public void Write<T>(MarketoCall call, IEnumerable<T> all, Func<T, int> id, Action<MarketoCall, T> write, bool saysWhenDone)
    {
        call.StartResult();
        string? next = null;
        var last = 0;
        foreach (var one in all)
        {
            if (id(one) <= After)
            {
                continue;
            }

            if (call.Sim.Records == Size)
            {
                next = new PageToken(PageTokenKind.AfterId, last).ToString();
                break;
            }

            last = id(one);
            write(call, one);
        }

        call.EndResult(next, next is not null ? true : saysWhenDone ? false : null);
    }
}
