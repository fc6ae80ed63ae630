using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>R24: a token or session that was refused is not used again: nothing is sent with it later than what was on its way already.</summary>
/// <remarks>
/// A refused call names no client, so that only refusals count between which nobody signed in and nothing was accepted. What a fault or the network did to a call proves nothing:
/// its answer may not have come. Source: engine.md R24 ("601/602: invalidate that token value, refresh once, retry once").
/// </remarks>
internal sealed class DeadTokenCheck(CheckSettings settings) : Check("R24", "A token that was refused is not used again")
{
    // Between the end of the refused call and what was sent before its answer came.
    private const long OnTheWay = 15 * Micros.PerSecond;
    private const long Never = long.MinValue / 2;

    private readonly Dictionary<string, Token> tokens = new(StringComparer.Ordinal) { [RecordWords.Marketo] = new(), [RecordWords.Salesforce] = new() };

    protected override bool Applies => Examined > 0;

    public override void OnCall(in CallEntry entry)
    {
        var token = tokens[entry.Sim];
        if (entry.IsIdentity())
        {
            if (entry.IsEngine(settings) && entry.Status == 200)
            {
                token.NewAt = Math.Max(token.NewAt, entry.At);
                token.RefusedAt = null;
            }
        }
        else if (IsRefused(entry))
        {
            Refuse(token, entry);
        }
        else if (entry.IsEngine(settings) && entry.At > token.RefusedAt)
        {
            token.RefusedAt = null;
        }
    }

    private static bool IsRefused(in CallEntry entry) =>
        entry.Fault is null && entry.Client.Length == 0 && entry.Codes.Any(code => code is "601" or "602" or "INVALID_SESSION_ID");

    private void Refuse(Token token, in CallEntry entry)
    {
        Examined++;
        if (token.RefusedAt is { } before && entry.At > before + OnTheWay)
        {
            Violate($"Sent with a token that was refused {(entry.At - before) / Micros.PerSecond} s before, and no other was asked for", entry.At, "", token.Call, entry.Call);
        }
        else if (token.RefusedAt is null && entry.At > token.NewAt + OnTheWay)
        {
            (token.RefusedAt, token.Call) = (entry.DoneAt, entry.Call);
        }
    }

    private sealed class Token
    {
        /// <summary>When the last sign-in arrived.</summary>
        public long NewAt { get; set; } = Never;

        /// <summary>When the present token was refused first; null: it was not.</summary>
        public long? RefusedAt { get; set; }

        public long Call { get; set; }
    }
}
