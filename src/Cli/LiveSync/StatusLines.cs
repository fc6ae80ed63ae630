using System.Globalization;
using SfMarketo.Sync;
using SfMarketo.Sync.Sources.OutboundMessages;

namespace SfMarketo.Cli.LiveSync;

/// <summary>What a person sees of a running engine: a line of counts, and a line for each outcome that happened since the last one. No values, no addresses, no secrets.</summary>
internal sealed class StatusLines(TextWriter output, TimeProvider time)
{
    private Dictionary<(string Kind, Outcome Outcome, string Code), long> shown = [];
    private OutboundCounts? shownMessages;

    public async Task WriteAsync(SyncEngine engine)
    {
        var status = await engine.StatusAsync();
        var ledger = engine.Budget.Ledger;
        Line($"{status.Links} links; waiting: {status.Inbox} changes, {status.Outbox} effects, {status.Intents} under way; {status.DeadLetters} dead letters; {ledger.Used} of {ledger.Limit} Marketo calls today");
        Outcomes(engine.Outcomes);
        Messages(engine.OutboundMessages);
        if (engine.OpenBreakers is { Count: > 0 } down)
        {
            Line($"  down, probed now and then: {string.Join(", ", down)}");
        }

        foreach (var trouble in engine.Troubles)
        {
            Line($"  cannot read changes: {trouble}");
        }
    }

    public void Line(string text) => output.WriteLine($"{time.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture)}  {text}");

    private void Outcomes(IReadOnlyList<OutcomeCount> counts)
    {
        foreach (var count in counts)
        {
            var since = count.Count - shown.GetValueOrDefault((count.Kind, count.Outcome, count.Code));
            if (since > 0)
            {
                Line($"  {count.Kind} {Word(count.Outcome)}{(count.Code.Length == 0 ? "" : " (" + count.Code + ")")}: {since}");
            }
        }

        shown = counts.ToDictionary(count => (count.Kind, count.Outcome, count.Code), count => count.Count);
    }

    private void Messages(OutboundCounts counts)
    {
        var before = shownMessages;
        shownMessages = counts;
        if (counts.Acknowledged > (before?.Acknowledged ?? 0))
        {
            Line($"  outbound messages acknowledged: {counts.Acknowledged - (before?.Acknowledged ?? 0)}, with {counts.Notifications - (before?.Notifications ?? 0)} new notifications, {counts.Repeated - (before?.Repeated ?? 0)} known ones");
        }

        foreach (var (reason, count) in counts.Refused)
        {
            var since = count - (before?.Refused.GetValueOrDefault(reason) ?? 0);
            if (since > 0)
            {
                Line($"  outbound messages refused ({reason}): {since}");
            }
        }
    }

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Done => "done",
        Outcome.Again => "put off",
        Outcome.InDoubt => "in doubt",
        Outcome.Redirected => "redirected",
        _ => "given up",
    };
}
