using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>QM: each outbound message that reached the engine was answered in time, and of each record that was told of in an acknowledged one the engine has read the value.</summary>
/// <remarks>
/// A message is a hint: an acknowledged one never comes again, whoever acknowledged it, so the record must be read by whatever way. A record that is deleted at
/// the end cannot be read. Source: shared/reference/salesforce-data.md section 6, engine.md R20.
/// </remarks>
internal sealed class MessageCheck(CheckSettings settings) : Check("QM", "Outbound messages are answered in time, none is acknowledged and forgotten")
{
    private const long InTime = 30 * Micros.PerSecond;

    // Messages of one definition that a killed engine leaves unanswered on the wire.
    private const int OnTheWire = 5;

    private readonly Dictionary<long, List<DeliveredEntry>> reads = [];
    private readonly Dictionary<string, (long Version, long At)> read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Object, long Version, long At, long Message)> told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> unanswered = new(StringComparer.Ordinal);
    private bool any;

    protected override bool Applies => any;

    public override void OnMessage(in MessageEntry entry)
    {
        any = true;
        if (entry.Answer is "refused" or "dropped")
        {
            return;
        }

        Examined++;
        if (entry.Answer == "timeout")
        {
            var count = unanswered.GetValueOrDefault(entry.Definition) + 1;
            unanswered[entry.Definition] = count;
            if (count > OnTheWire * (settings.EngineStarts - 1))
            {
                Violate($"Message {entry.Message} of '{entry.Definition}' was not answered", entry.At, Named(entry));
            }
        }
        else if (entry.TookMicros > InTime)
        {
            Violate($"Message {entry.Message} of '{entry.Definition}' was answered after {entry.TookMicros / Micros.PerSecond} s", entry.At, Named(entry));
        }

        if (entry.Answer != "ack")
        {
            return;
        }

        foreach (var item in entry.Notifications)
        {
            // Without data: the record was deleted when the message was sent.
            if (item.Version > 0)
            {
                told[item.RowId] = (item.Object, item.Version, entry.At, entry.Message);
            }
        }
    }

    public override void OnDelivered(in DeliveredEntry entry)
    {
        if (entry.Sim == RecordWords.Salesforce)
        {
            (reads.TryGetValue(entry.Call, out var entries) ? entries : reads[entry.Call] = []).Add(entry);
        }
    }

    public override void OnCall(in CallEntry entry)
    {
        if (entry.Sim != RecordWords.Salesforce || !reads.Remove(entry.Call, out var entries) || !entry.IsEngine(settings))
        {
            return;
        }

        foreach (var delivered in entries)
        {
            foreach (var item in delivered.Items)
            {
                read[item.Id] = (Math.Max(item.Version, read.GetValueOrDefault(item.Id).Version), delivered.At);
            }
        }
    }

    private static string Named(in MessageEntry entry) => entry.Notifications is [var first, ..] ? $"{first.Object} {first.RowId}" : "";

    protected override void Judge(SystemsState end)
    {
        var gone = new HashSet<string>(
            end.Leads.Concat(end.Contacts).Concat(end.Accounts).Concat(end.Opportunities).Where(row => !row.Live).Select(row => row.Id), StringComparer.Ordinal);
        foreach (var (id, (type, version, at, message)) in told.OrderBy(one => one.Value.At).ThenBy(one => one.Key, StringComparer.Ordinal))
        {
            if (gone.Contains(id))
            {
                continue;
            }

            Examined++;
            var known = read.GetValueOrDefault(id);
            if (known.Version < version && known.At < at)
            {
                Violate($"Message {message} told of it and was acknowledged, and it was not read since", at, $"{type} {id}");
            }
        }
    }
}
