using SfMarketo.Kernel.Faults;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Harness.Network;

/// <summary>What goes wrong on one way: shares of calls by seeded draws, spans in which nothing gets through, and single calls by rule. Nothing does until somebody says so.</summary>
/// <remarks>
/// These happen between client and simulator, which knows nothing of them; what happens at the simulator, and stands in its journal, is
/// <see cref="FaultTable"/>. Both count by one <see cref="Occurrence"/>. The draws are its own: a run without faults is the same whether or not this class exists.
/// </remarks>
public sealed class NetworkFaults(Draws draws)
{
    private readonly List<Rule> rules = [];
    private readonly Draws twins = draws.Fork("twins");

    /// <summary>Share of calls, 0 to 1, that the server never sees.</summary>
    public double RequestLoss { get; set; }

    /// <summary>Share of calls, 0 to 1, that the server executes and whose answer is lost: half of them with a broken connection, half in silence.</summary>
    public double AnswerLoss { get; set; }

    /// <summary>Share of requests, 0 to 1, that arrive twice.</summary>
    public double Duplication { get; set; }

    /// <summary>Spans in which nothing gets through, either way: requests and answers vanish in silence.</summary>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> Partitions { get; set; } = [];

    /// <summary>Calls lost so far, by share, by partition and by rule.</summary>
    public int Lost { get; private set; }

    /// <summary>Requests that arrived twice so far.</summary>
    public int Duplicated { get; private set; }

    /// <summary>Gives some calls a fate.</summary>
    /// <param name="fate">What happens to them.</param>
    /// <param name="which">Which calls are counted; asked once for each request, before it is sent.</param>
    /// <param name="nth">The first of them that is hit, from 1.</param>
    /// <param name="times">How many in a row are hit.</param>
    public void Add(CallFate fate, Func<HttpRequestMessage, bool> which, int nth = 1, int times = 1) => rules.Add(new Rule(fate, which, new Occurrence(nth, times)));

    /// <summary>Ends all of it: shares, partitions, rules.</summary>
    public void Clear()
    {
        (RequestLoss, AnswerLoss, Duplication, Partitions) = (0, 0, 0, []);
        rules.Clear();
    }

    /// <summary>Whether nothing gets through at this moment.</summary>
    public bool IsCut(DateTimeOffset now)
    {
        foreach (var (from, until) in Partitions)
        {
            if (now >= from && now < until)
            {
                return true;
            }
        }

        return false;
    }

    internal CallFate Next(HttpRequestMessage request)
    {
        var fate = ByShare();
        foreach (var rule in rules)
        {
            fate = rule.Hits(request, draws) ? rule.Fate : fate;
        }

        Lost += fate == CallFate.Arrives ? 0 : 1;
        return fate;
    }

    internal bool NextIsDuplicated()
    {
        var duplicated = Duplication > 0 && twins.Chance(Duplication);
        Duplicated += duplicated ? 1 : 0;
        return duplicated;
    }

    internal void CountCut() => Lost++;

    private CallFate ByShare()
    {
        if (RequestLoss + AnswerLoss <= 0)
        {
            return CallFate.Arrives;
        }

        var place = draws.NextDouble();
        return place < RequestLoss ? CallFate.RequestLost
            : place < RequestLoss + (AnswerLoss / 2) ? CallFate.AnswerLost
            : place < RequestLoss + AnswerLoss ? CallFate.AnswerNeverComes
            : CallFate.Arrives;
    }

    private sealed class Rule(CallFate fate, Func<HttpRequestMessage, bool> which, Occurrence occurrence)
    {
        public CallFate Fate => fate;

        public bool Hits(HttpRequestMessage request, Draws draws) => which(request) && occurrence.Next(draws);
    }
}
