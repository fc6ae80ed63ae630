using System.Text.Json;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Records;

/// <summary>A line of SIM.messages.jsonl; the simulator is the file's.</summary>
internal static class MessageLine
{
    public static MessageEntry Parse(ref Utf8JsonReader json, TextPool texts)
    {
        var message = new MessageEntry(0, "", 0, "", 0, [], 0, "", 0, 0);
        IReadOnlyList<string> ids = [];
        List<DeliveredItem> items = [];
        while (Members.Next(ref json))
        {
            switch (texts.Read(ref json))
            {
                case "seq": message = message with { Seq = Members.Number(ref json) }; break;
                case "at": message = message with { At = Members.Number(ref json) }; break;
                case "definition": message = message with { Definition = Members.Text(ref json, texts) }; break;
                case "message": message = message with { Message = Members.Number(ref json) }; break;
                case "notifications": ids = Members.Texts(ref json, texts); break;
                case "items": items = DeliveredLine.Items(ref json, texts); break;
                case "attempt": message = message with { Attempt = (int)Members.Number(ref json) }; break;
                case "answer": message = message with { Answer = Members.Text(ref json, texts) }; break;
                case "status": message = message with { Status = (int)Members.Number(ref json) }; break;
                case "tookMicros": message = message with { TookMicros = Members.Number(ref json) }; break;
                default: json.Skip(); break;
            }
        }

        if (message.Seq == 0 || ids.Count != items.Count)
        {
            throw new FormatException("it has no 'seq', or as many 'notifications' as 'items' are missing");
        }

        return message with { Notifications = [.. items.Select((item, i) => new NotificationItem(ids[i], item.Object, item.Id, item.Version))] };
    }
}
