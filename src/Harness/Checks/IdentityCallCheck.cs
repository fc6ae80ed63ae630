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
        // A refused sign-in has no client.
        if (!entry.IsIdentity() || !(entry.IsEngine(settings) || entry.Client.Length == 0))
        {
            return;
        }

        Examined++;
        var signIns = entry.Sim == RecordWords.Marketo ? marketo : salesforce;
        signIns.Count++;
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
        Compare(RecordWords.Marketo, marketo, duration, settings.TokenLifetime);
        Compare(RecordWords.Salesforce, salesforce, duration, settings.SessionTimeout);
    }

    private void Compare(string sim, SignIns signIns, TimeSpan duration, TimeSpan lifetime)
    {
        var allowed = settings.EngineStarts + (long)Math.Floor(duration / lifetime) + settings.Revocations;
        if (signIns.Count > allowed)
        {
            Violate($"{signIns.Count} sign-ins at {sim}; starts, expiries and revocations make {allowed}", null, "", signIns.Last);
        }
    }

    private sealed class SignIns
    {
        public long Count { get; set; }

        public long DoneAt { get; set; }

        public long Last { get; set; }
    }
}
