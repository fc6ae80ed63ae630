namespace SfMarketo.Harness.Running;

/// <summary>Numbers the passages of the engine's seams over all its lives: the instants at which it can be killed.</summary>
/// <remarks>
/// <c>send.before</c>, <c>send.after</c> (the request is on the wire and is executed whatever becomes of the life), <c>response.before</c> (it has arrived and was not
/// given to the engine yet), <c>response.after</c>, <c>commit.before</c>, <c>commit.after</c>, <c>timer.before</c>, <c>timer.after</c>. A dead life passes none.
/// </remarks>
public sealed class Passages
{
    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly List<(string? Name, long Number, Action Act)> waiting = [];

    /// <summary>The seams, in the order of a call.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["send.before", "send.after", "response.before", "response.after", "commit.before", "commit.after", "timer.before", "timer.after"];

    /// <summary>Passages so far.</summary>
    public long Count { get; private set; }

    /// <summary>Calls back inside the passage of this number, from 1: before the engine goes on.</summary>
    public void On(long number, Action act) => waiting.Add((null, number, act));

    /// <summary>Calls back inside the nth passage of one seam, from 1.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="nth">Counts only passages of this seam.</param>
    /// <param name="act">Must not wait.</param>
    public void On(string name, long nth, Action act) => waiting.Add((name, nth, act));

    internal void Pass(string name)
    {
        Count++;
        var nth = counts.GetValueOrDefault(name) + 1;
        counts[name] = nth;
        for (var place = 0; place < waiting.Count; place++)
        {
            var (seam, number, act) = waiting[place];
            if (seam is null ? number == Count : seam == name && number == nth)
            {
                waiting.RemoveAt(place--);
                act();
            }
        }
    }
}
