using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A18: the engine signs in once a start, an expiry and a revocation, and never twice at once.</summary>
internal sealed class IdentityCallCheck(CheckSettings settings) : Check("A18", "No more sign-ins than starts, expiries and revocations")
{
    private readonly SignIns marketo = new();
    private readonly SignIns salesforce = new();
    private long startedAt;

    public override void Start(SystemsState state) => startedAt = state.At;

    public override void OnCall(in CallEntry entry)
    {
        if (TakesToken(entry))
        {
            // A fault said that the token is gone: the engine must ask for another.
            (entry.Sim == RecordWords.Marketo ? marketo : salesforce).Renewals++;
        }

        // A refused sign-in has no client.
        if (!entry.IsIdentity() || !(entry.IsEngine(settings) || entry.Client.Length == 0))
        {
            return;
        }

        Examined++;
        var signIns = entry.Sim == RecordWords.Marketo ? marketo : salesforce;
        // What a fault or the network spoiled may be tried again.
        signIns.Count += entry.Fault is null || entry.Fault == NetworkFates.Repeated ? 1 : 0;
        signIns.Last = entry.Call;
        if (entry.At < signIns.DoneAt)
        {
            Violate("A sign-in while another was under way", entry.At, "", entry.Call);
        }

        signIns.DoneAt = Math.Max(signIns.DoneAt, entry.DoneAt);
    }

    protected override void Judge(SystemsState end)
    {
        var duration = TimeSpan.FromMicroseconds(end.At - startedAt);
        Compare(RecordWords.Marketo, marketo, duration, settings.TokenLifetime, settings.Tally.MarketoRevocations);
        Compare(RecordWords.Salesforce, salesforce, duration, settings.SessionTimeout, settings.Tally.SalesforceRevocations);
    }

    /// <summary>Whether a fault rule answers that the token is gone. What a dead token is answered has no client; what the network did to a call takes no token.</summary>
    private bool TakesToken(in CallEntry entry) =>
        entry.Fault is not (null or NetworkFates.Lost or NetworkFates.Repeated or NetworkFates.Duplicated)
        && (entry.Client.Length == 0 || entry.IsEngine(settings))
        && entry.Codes.Any(code => code is "601" or "602" or "INVALID_SESSION_ID");

    private void Compare(string sim, SignIns signIns, TimeSpan duration, TimeSpan lifetime, int revocations)
    {
        var allowed = settings.EngineStarts + (long)Math.Floor(duration / lifetime) + revocations + signIns.Renewals;
        if (signIns.Count > allowed)
        {
            Violate($"{signIns.Count} sign-ins at {sim}; starts, expiries and revocations make {allowed}", null, "", signIns.Last);
        }
    }

    private sealed class SignIns
    {
        public long Count { get; set; }

        /// <summary>Answers by which a fault took a token or session away.</summary>
        public long Renewals { get; set; }

        public long DoneAt { get; set; }

        public long Last { get; set; }
    }
}
