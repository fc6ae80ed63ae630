using System.Globalization;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Cli.Sim;

/// <summary>Writes an attempt at an outbound message, or at a webhook, in one line: time, what it is about, attempt, milliseconds, and what the listener answered.</summary>
internal static class MessageText
{
    public static string Of(in MessageEntry entry)
    {
        var culture = CultureInfo.InvariantCulture;
        var (record, count) = (entry.Notifications.Count > 0 ? entry.Notifications[0].Object : entry.Definition, entry.Notifications.Count);
        var what = string.Create(culture, $"{Micros.ToInstant(entry.At):HH:mm:ss.fff} {entry.Sim,-10} ");
        if (entry.Sim == "marketo")
        {
            return string.Create(culture, $"{what}webhook {entry.Definition}, person {entry.Notifications[0].RowId} {entry.TookMicros / 1000.0:0.0} ms  {(entry.Answer == "ack" ? "answered" : Words(entry))}");
        }

        what += string.Create(culture, $"outbound message {record}, {count} {(count == 1 ? "notification" : "notifications")}");
        return entry.Attempt == 0
            ? $"{what}: {Words(entry)}"
            : string.Create(culture, $"{what}, attempt {entry.Attempt} {entry.TookMicros / 1000.0:0.0} ms  {Words(entry)}");
    }

    private static string Words(in MessageEntry entry) => entry.Answer switch
    {
        "ack" => "acknowledged",
        "nack" => "not acknowledged",
        "fault" => "answered with a SOAP fault",
        "refused" => "nobody listens there",
        "timeout" => "no answer in time",
        "status" => string.Create(CultureInfo.InvariantCulture, $"answered with HTTP {entry.Status}"),
        "dropped" => "given up after 24 h",
        var other => other,
    };
}
