using System.Globalization;
using SfMarketo.Kernel.Faults;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Kernel.Control;

/// <summary><c>journal</c>: the lines that the journal's file would hold.</summary>
internal static class JournalRoutes
{
    private const int MostLines = 1_000;

    public static void Read(ControlCall call)
    {
        var after = Number(call, "after", 0, long.MaxValue) ?? 0;
        var take = (int)(Number(call, "take", 1, MostLines) ?? 100);
        var path = call.Query("path");
        var code = call.Query("code");
        var lines = call.Member.Journal.After(
            after, entry => (path is null || PathPattern.Matches(path, entry.Path)) && (code is null || entry.Codes.Contains(code)), take);
        call.Json.WriteStartArray("lines"u8);
        foreach (var line in lines)
        {
            call.Json.WriteStartObject();
            CallEntryJson.Write(call.Json, line);
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
        call.Json.WriteNumber("after"u8, lines.Count == 0 ? after : lines[^1].Seq);
    }

    private static long? Number(ControlCall call, string name, long min, long max) =>
        call.Query(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? number
        : throw new ControlException($"{name} cannot be '{text}'", name, string.Create(CultureInfo.InvariantCulture, $"write a whole number from {min} to {max}"));
}
