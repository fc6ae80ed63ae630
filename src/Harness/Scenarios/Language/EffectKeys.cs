using SfMarketo.Harness.Scenarios.Reading;

namespace SfMarketo.Harness.Scenarios.Language;

/// <summary>What a fault does to a call. The control API's own reader reads it (FaultEffectReader); these words are for editors.</summary>
internal static class EffectKeys
{
    private static readonly KnownWord[] Words =
    [
        new("code", $"Answered with this code of the vendor, in quotes. Marketo has {Codes("marketo")}; Salesforce has {Codes("salesforce")}."),
        new("status", "Answered with this HTTP status, from 400 to 599."),
        new("body", "With status: none, html or vendor."),
        new("applied", "With code or status. True: the call takes effect all the same."),
        new("record", "Single records of the call are refused: { code, every } or { code, share }."),
        new("latency", "So much later: a duration, or a distribution such as { p50: 1s, p99: 20s }."),
        new("duplicated", "True: the request arrives twice."),
        new("lateVisibility", "What it wrote is seen only so much later by queries."),
        new("lostBefore", "True: it never arrives."),
        new("lostAfter", "True: it is executed and its answer is lost."),
        new("reset", "The connection is reset: before the request, or in the body of the answer."),
        new("truncated", "The body ends early: the share that is sent, or { bytes: 100 }."),
        new("slowBody", "The body takes so long."),
        new("tokens", "All tokens are expired or revoked."),
        new("clockSkew", "The system's clock is wrong by so much, such as -5m."),
    ];

    public static ValueShape Value { get; } = new ValueShape.Open(new ValueShape.Any(), Words);

    private static string Codes(string system) => string.Join(", ", SimulatorWords.Find(system).FaultAnswers.AnyCall);
}
