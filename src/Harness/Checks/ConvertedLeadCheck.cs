using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A15: the engine writes to no Lead that it knows to be converted: it was given the row, told of it by a message, or refused.</summary>
/// <remarks>
/// Salesforce refuses such a write, so that the journal has its code; which row of a batch it was it does not say. Each conversion that the engine cannot have
/// known of excuses one refusal. Source: engine.md R3 and A15.
/// </remarks>
internal sealed class ConvertedLeadCheck(CheckSettings settings) : Check("A15", "No write to a Lead that is known to be converted")
{
    private const string Refused = "CANNOT_UPDATE_CONVERTED_LEAD";

    // Between the end of the read and what is on its way to the wire by then.
    private const long OnTheWay = 15 * Micros.PerSecond;
    private const long NotYet = long.MaxValue / 2;

    private readonly Dictionary<string, (long Version, long KnownAt)> converted = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<string>> reading = [];

    /// <summary>Conversions that one read told of, where the network may have lost its answer.</summary>
    private readonly HashSet<string> once = new(StringComparer.Ordinal);

    /// <summary>Conversions that excuse no refusal any more, because one was excused by them.</summary>
    private readonly HashSet<string> spent = new(StringComparer.Ordinal);

    protected override bool Applies => converted.Count > 0;

    public override void OnCommit(in CommitEntry entry)
    {
        if (entry.Sim != RecordWords.Salesforce || entry.Object != RecordWords.Lead)
        {
            return;
        }

        if (entry.Op == "convert")
        {
            Examined++;
            converted[entry.Id] = (entry.Seq, NotYet);
        }
        else if (entry.IsEngine(settings) && converted.TryGetValue(entry.Id, out var conversion) && entry.At > conversion.KnownAt + OnTheWay)
        {
            Violate($"Written {(entry.At - conversion.KnownAt) / Micros.PerSecond} s after the engine knew that it is converted", entry.At, entry.Named(), entry.Call);
        }
    }

    public override void OnDelivered(in DeliveredEntry entry)
    {
        if (entry.Sim != RecordWords.Salesforce || converted.Count == 0)
        {
            return;
        }

        foreach (var item in entry.Items)
        {
            if (converted.TryGetValue(item.Id, out var conversion) && conversion.KnownAt == NotYet && item.Version >= conversion.Version)
            {
                (reading.TryGetValue(entry.Call, out var ids) ? ids : reading[entry.Call] = []).Add(item.Id);
            }
        }
    }

    public override void OnMessage(in MessageEntry entry)
    {
        if (entry.Answer != "ack")
        {
            return;
        }

        foreach (var item in entry.Notifications)
        {
            if (converted.TryGetValue(item.RowId, out var conversion) && item.Version >= conversion.Version)
            {
                Know(item.RowId, entry.At + entry.TookMicros);
            }
        }
    }

    public override void OnCall(in CallEntry entry)
    {
        if (entry.Sim != RecordWords.Salesforce)
        {
            return;
        }

        var known = reading.Remove(entry.Call, out var ids);
        if (!entry.IsEngine(settings))
        {
            return;
        }

        if (known && entry.Status < 300 && entry.Fault is null)
        {
            foreach (var id in ids!.Where(id => !settings.LosesCalls || !once.Add(id)))
            {
                Know(id, entry.DoneAt);
            }
        }

        if (entry.IsWrite() && converted.Count > 0)
        {
            Examined++;
            if (entry.Has(Refused) && entry.Fault is null)
            {
                Excuse(entry);
            }
        }
    }

    /// <summary>The oldest conversion that the engine did not know of when it wrote.</summary>
    private void Excuse(in CallEntry entry)
    {
        var at = entry.At;
        var path = entry.Path;
        var unknown = converted.Where(one => one.Value.KnownAt + OnTheWay > at).Where(one => !spent.Contains(one.Key));
        var excuse = unknown.OrderByDescending(one => path.EndsWith(one.Key, StringComparison.Ordinal)).ThenBy(one => one.Value.Version).Select(one => one.Key).FirstOrDefault();
        if (excuse is null)
        {
            Violate("A write was refused because its Lead is converted, which the engine knew of each that is", entry.At, "", entry.Call);
            return;
        }

        spent.Add(excuse);
        if (path.EndsWith(excuse, StringComparison.Ordinal))
        {
            Know(excuse, entry.DoneAt);
        }
    }

    private void Know(string lead, long at)
    {
        var conversion = converted[lead];
        converted[lead] = conversion with { KnownAt = Math.Min(conversion.KnownAt, at) };
    }
}
