using System.Text.Json;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Records;

/// <summary>A line of SIM.journal.jsonl.</summary>
internal static class CallLine
{
    public static CallEntry Parse(ref Utf8JsonReader json, TextPool texts)
    {
        var call = new CallEntry(0, "", 0, 0, 0, "", "", "", "", 0, [], 0, 0, 0, null);
        while (Members.Next(ref json))
        {
            call = Member(call, ref json, texts);
        }

        return call is { Seq: > 0, Call: > 0, Sim.Length: > 0 } ? call : throw new FormatException("it has no 'seq', 'sim' or 'call'");
    }

    private static CallEntry Member(in CallEntry call, ref Utf8JsonReader json, TextPool texts) => texts.Read(ref json) switch
    {
        "seq" => call with { Seq = Members.Number(ref json) },
        "sim" => call with { Sim = Members.Text(ref json, texts) },
        "call" => call with { Call = Members.Number(ref json) },
        "at" => call with { At = Members.Number(ref json) },
        "doneAt" => call with { DoneAt = Members.Number(ref json) },
        "client" => call with { Client = Members.Text(ref json, texts) },
        "method" => call with { Method = Members.Text(ref json, texts) },
        "path" => call with { Path = Members.Text(ref json, texts) },
        "query" => call with { Query = Members.Text(ref json, texts) },
        "status" => call with { Status = (int)Members.Number(ref json) },
        "codes" => call with { Codes = Members.Texts(ref json, texts) },
        "records" => call with { Records = (int)Members.Number(ref json) },
        "bytesIn" => call with { BytesIn = (int)Members.Number(ref json) },
        "bytesOut" => call with { BytesOut = (int)Members.Number(ref json) },
        "fault" => call with { Fault = Members.TextOrNull(ref json, texts) },
        "guidance" => call with { Guidance = Members.TextOrNull(ref json, texts) },
        "operation" => call with { Operation = Members.TextOrNull(ref json, texts) },
        _ => Members.Skip(ref json, call),
    };
}
