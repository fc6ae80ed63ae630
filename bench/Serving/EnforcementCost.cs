using System.Diagnostics;
using SfMarketo.Kernel.Control;
using SfMarketo.Kernel.Quotas;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Bench.Serving;

/// <summary>What the limits and the journal take of a call: the Kernel's own parts as a call goes through them, one thread, no server around. Token, usage pages and fault table are not in it.</summary>
internal static class EnforcementCost
{
    private const int Calls = 1_000_000;
    private const long MicrosPerCall = 20;
    private const int Limit = 2_000_000;

    private static readonly TimeSpan Span = TimeSpan.FromSeconds(20);

    /// <summary>The median of nine rounds of a million calls: microseconds a call.</summary>
    public static double Measure()
    {
        var (sliding, spans, quota, gate) = (new CallWindow(Limit, Span), new FixedWindow(Limit, Span), new DayQuota(int.MaxValue, "America/Chicago"), new ConcurrencyGate(int.MaxValue));
        var recorder = new Recorder("marketo");
        recorder.Add(new JournalTail(65_536));
        var at = Micros.From(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        var rounds = new List<double>();
        for (var round = 0; round < 9; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var call = 0; call < Calls; call++)
            {
                at += MicrosPerCall;
                Admit();
                recorder.Call(new CallEntry(0, "marketo", recorder.NextCall(), at, at, "bench", "GET", "/rest/v1/lead/1.json", "", 200, [], 1, 0, 250, null));
                gate.Leave();
            }

            rounds.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / Calls);
        }

        return rounds.Order().ElementAt(rounds.Count / 2);

        void Admit()
        {
            if (sliding.FreeIn(at) > 0 || !quota.TryTake(at) || !gate.TryEnter())
            {
                throw new InvalidOperationException("A call was refused, so the figure would not be one of served calls.");
            }

            sliding.Count(at);
            spans.Count(at);
        }
    }
}
