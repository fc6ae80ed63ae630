using System.Diagnostics.CodeAnalysis;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Harness.Workload;

/// <summary>Picks one of the records that fit, each as likely as the other. Lists all records only now and then: a day asks thousands of times.</summary>
/// <param name="list">The ids of all records that there are, in a fixed order.</param>
/// <param name="time">Says when the list is old.</param>
internal sealed class CandidatePool(Func<IReadOnlyList<string>> list, TimeProvider time)
{
    private const int Tries = 24;

    private static readonly TimeSpan OldAfter = TimeSpan.FromMinutes(30);

    private IReadOnlyList<string> known = [];
    private DateTimeOffset listed;

    public bool TryPick(Draws draws, Func<string, bool> fits, [NotNullWhen(true)] out string? picked)
    {
        if (known.Count == 0 || time.GetUtcNow() - listed > OldAfter)
        {
            List();
        }

        for (var tries = 0; tries < Tries && known.Count > 0; tries++)
        {
            picked = draws.Pick(known);
            if (fits(picked))
            {
                return true;
            }
        }

        // Few fit, or none: look at each.
        List();
        string[] fitting = [.. known.Where(fits)];
        picked = fitting.Length == 0 ? null : draws.Pick(fitting);
        return picked is not null;
    }

    private void List()
    {
        known = list();
        listed = time.GetUtcNow();
    }
}
