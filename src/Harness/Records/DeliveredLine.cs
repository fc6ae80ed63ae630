using System.Text.Json;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Records;

/// <summary>A line of SIM.delivered.jsonl; the simulator is the file's.</summary>
internal static class DeliveredLine
{
    public static DeliveredEntry Parse(ref Utf8JsonReader json, TextPool texts)
    {
        var read = new DeliveredEntry(0, "", 0, []);
        while (Members.Next(ref json))
        {
            read = texts.Read(ref json) switch
            {
                "call" => read with { Call = Members.Number(ref json) },
                "at" => read with { At = Members.Number(ref json) },
                "items" => read with { Items = Items(ref json, texts) },
                _ => Members.Skip(ref json, read),
            };
        }

        return read.Call > 0 ? read : throw new FormatException("it has no 'call'");
    }

    /// <summary>A list of <c>[object, id, version]</c>.</summary>
    public static List<DeliveredItem> Items(ref Utf8JsonReader json, TextPool texts)
    {
        Members.Start(ref json);
        var items = new List<DeliveredItem>();
        while (Members.Element(ref json))
        {
            Members.Open(ref json);
            var name = Members.Text(ref json, texts);
            var id = Members.Text(ref json, texts);
            items.Add(new DeliveredItem(name, id, Members.Number(ref json)));
            Members.End(ref json);
        }

        return items;
    }
}
