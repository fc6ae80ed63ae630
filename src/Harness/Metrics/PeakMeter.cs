using NodaTime;
using SfMarketo.Harness.Checks;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Metrics;

/// <summary>The most calls in a window, at once, and in a day.</summary>
internal sealed class PeakMeter
{
    private readonly CheckSettings settings;
    private readonly DateTimeZone zone;
    private readonly ArrivalOrder marketo;
    private readonly ArrivalOrder salesforce;
    private readonly Queue<long> window = new();
    private readonly PriorityQueue<long, long> marketoRunning = new();
    private readonly PriorityQueue<long, long> salesforceRunning = new();
    private readonly long length;
    private long dayEnds = long.MinValue;
    private long today;

    public PeakMeter(CheckSettings settings)
    {
        this.settings = settings;
        zone = DateTimeZoneProviders.Tzdb[settings.QuotaZone];
        length = (long)settings.Window.TotalMicroseconds;
        marketo = new ArrivalOrder(OnMarketo);
        salesforce = new ArrivalOrder(call => SalesforceInFlight = Math.Max(SalesforceInFlight, Enter(salesforceRunning, call)));
        Day = settings.CallsSpentToday;
    }

    public int Window { get; private set; }

    public int MarketoInFlight { get; private set; }

    public int SalesforceInFlight { get; private set; }

    public long Day { get; private set; }

    public void Add(in CallEntry entry)
    {
        if (entry.IsCounted())
        {
            marketo.Add(entry);
        }
        else if (entry.Sim == RecordWords.Salesforce)
        {
            salesforce.Add(entry);
        }
    }

    public void Flush()
    {
        marketo.Flush();
        salesforce.Flush();
    }

    private void OnMarketo(CallEntry call)
    {
        while (window.TryPeek(out var oldest) && call.At - oldest >= length)
        {
            window.Dequeue();
        }

        window.Enqueue(call.At);
        Window = Math.Max(Window, window.Count);
        if (call.Has("606") || call.Has("607") || call.Has("615"))
        {
            return;
        }

        MarketoInFlight = Math.Max(MarketoInFlight, Enter(marketoRunning, call));
        if (call.At >= dayEnds)
        {
            today = dayEnds == long.MinValue ? settings.CallsSpentToday : 0;
            var date = Instant.FromUnixTimeTicks(call.At * 10).InZone(zone).Date;
            dayEnds = zone.AtStartOfDay(date.PlusDays(1)).ToInstant().ToUnixTimeTicks() / 10;
        }

        Day = Math.Max(Day, ++today);
    }

    private static int Enter(PriorityQueue<long, long> running, in CallEntry call)
    {
        while (running.TryPeek(out _, out var doneAt) && doneAt <= call.At)
        {
            running.Dequeue();
        }

        running.Enqueue(call.Call, call.DoneAt);
        return running.Count;
    }
}
