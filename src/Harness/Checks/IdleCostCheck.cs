using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>R20: while nothing happens on either side, the engine makes no more calls than its polls need.</summary>
/// <remarks>
/// A span of silence begins with the last change, message, fault, record that was new to the engine, or five minutes after a start; it is judged when three minutes
/// are full, in pieces of at most an hour. It may cost its share of an idle day, and a few calls more, because polls that have just found something grow longer in steps.
/// In its first half hour Marketo's reads that return something, or are refused, are not counted: the engine catches up with what happened before. Sign-ins are A18's.
/// Source: engine.md R20, Q4, section 5.
/// </remarks>
internal sealed class IdleCostCheck(CheckSettings settings) : Check("R20", "While nothing happens, no more calls than the polls need")
{
    private const long Shortest = 3 * 60 * Micros.PerSecond;
    private const long Longest = 60 * 60 * Micros.PerSecond;
    private const long CatchUp = Longest / 2;
    private const long Day = 24 * Longest;
    private const long StartUp = 5 * 60 * Micros.PerSecond;
    private const int Settling = 10;

    private readonly Idle marketo = new(settings.IdleMarketoCalls);
    private readonly Idle salesforce = new(settings.IdleSalesforceCalls);
    private readonly Dictionary<(string Sim, long Call), List<(string Object, long Version)>> reading = [];
    private readonly Dictionary<(string Sim, string Object), long> known = [];
    private int lives;
    private long began;
    private long since = long.MaxValue;

    protected override bool Applies => Examined > 0;

    public override void OnCommit(in CommitEntry entry) => Happened(entry.At);

    public override void OnMessage(in MessageEntry entry) => Happened(entry.At + entry.TookMicros);

    public override void OnDelivered(in DeliveredEntry entry)
    {
        var key = (entry.Sim, entry.Call);
        var versions = reading.TryGetValue(key, out var others) ? others : reading[key] = new(1);
        foreach (var item in entry.Items)
        {
            if (versions.Count == 0 || versions[^1].Object != item.Object)
            {
                versions.Add((item.Object, item.Version));
            }
            else if (item.Version > versions[^1].Version)
            {
                versions[^1] = (item.Object, item.Version);
            }
        }
    }

    public override void OnCall(in CallEntry entry)
    {
        reading.Remove((entry.Sim, entry.Call), out var versions);
        if (!entry.IsEngine(settings))
        {
            return;
        }

        if (lives != settings.EngineStarts)
        {
            lives = settings.EngineStarts;
            Happened(entry.At + StartUp);
        }

        if (since == long.MaxValue)
        {
            return;
        }

        if (IsNews(entry.Sim, versions) || entry.Fault is not null)
        {
            Happened(entry.DoneAt);
        }
        else if (entry.At >= since && !entry.IsIdentity())
        {
            var piece = since - began < CatchUp ? began + CatchUp : since + Longest;
            if (entry.At >= piece)
            {
                Close(piece);
            }

            if (since - began >= CatchUp || entry.Sim == RecordWords.Salesforce || entry.IsWrite() || (entry.Records == 0 && entry.Codes.Count == 0))
            {
                (entry.Sim == RecordWords.Marketo ? marketo : salesforce).Add(entry.Call);
            }
        }
    }

    protected override void Judge(SystemsState end) => Close(end.At);

    /// <summary>Rows and activities come in the order of their changes: what is new has a higher version than all before.</summary>
    private bool IsNews(string sim, List<(string Object, long Version)>? versions)
    {
        var news = false;
        foreach (var (type, version) in versions ?? [])
        {
            if (!known.TryGetValue((sim, type), out var before) || version > before)
            {
                known[(sim, type)] = version;
                news = true;
            }
        }

        return news;
    }

    private void Happened(long at)
    {
        if (lives > 0 && (since == long.MaxValue || at > since))
        {
            Close(at);
            began = at;
        }
    }

    private void Close(long at)
    {
        if (at - since >= Shortest)
        {
            Judge(RecordWords.Marketo, marketo, at);
            Judge(RecordWords.Salesforce, salesforce, at);
        }

        since = at;
        marketo.Clear();
        salesforce.Clear();
    }

    private void Judge(string sim, Idle idle, long at)
    {
        Examined += idle.Count;
        var allowed = Settling + ((idle.CallsPerDay * (at - since)) + Day - 1) / Day;
        if (idle.Count > allowed)
        {
            Violate($"{idle.Count} calls of {sim} in {(at - since) / Micros.PerSecond} s in which nothing happened; polls need at most {allowed}", since, "", idle.First, idle.Last);
        }
    }

    /// <summary>The calls of one simulator in the present span.</summary>
    private sealed class Idle(long callsPerDay)
    {
        public long CallsPerDay { get; } = callsPerDay;

        public long Count { get; private set; }

        public long First { get; private set; }

        public long Last { get; private set; }

        public void Add(long call)
        {
            First = Count++ == 0 ? call : First;
            Last = call;
        }

        public void Clear() => Count = 0;
    }
}
