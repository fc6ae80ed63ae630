using System.Globalization;
using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Faults;

namespace SfMarketo.Kernel.Control;

/// <summary><c>clock</c>: one for all simulators of the group.</summary>
internal static class ClockRoutes
{
    public static void Read(ControlCall call) => Write(call);

    public static void Move(ControlCall call)
    {
        var advance = call.Input.Duration("advance");
        var set = call.Input.Instant("set");
        call.Input.End();
        var clock = Find(call) ?? throw Standing();
        if (advance is null == set is null)
        {
            throw new ControlException("write either advance or set", "advance", """{"advance": "PT1H"} or {"set": "2027-03-08T05:59:00Z"}""");
        }

        var now = clock.GetUtcNow();
        if (set < now)
        {
            throw new ControlException(
                string.Create(CultureInfo.InvariantCulture, $"the clock stands at {now:yyyy-MM-dd'T'HH:mm:ss'Z'} and cannot go back"), "set",
                """records would bear a later time than now; start anew at that time with POST /__sim/reset {"clock": INSTANT}""", StatusCodes.Status409Conflict);
        }

        var fired = clock.Advance(advance ?? set!.Value - now);
        Write(call);
        call.Json.WriteNumber("timersFired"u8, fired);
    }

    public static OffsetClock? Find(ControlCall call) => call.Member.Simulator.Time as OffsetClock;

    public static ControlException Standing() =>
        new("this simulator's clock cannot be moved from here", "", "it was started on a clock of its host's", StatusCodes.Status409Conflict);

    public static void Write(ControlCall call)
    {
        var time = call.Member.Simulator.Time;
        call.Json.WriteStartObject("clock"u8);
        call.Json.WriteString("now"u8, time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
        if (time is OffsetClock clock)
        {
            var offset = clock.Offset;
            call.Json.WriteString("offset"u8, (offset < TimeSpan.Zero ? "-" : "") + DurationWords.Write(offset.Duration()));
        }

        call.Json.WriteEndObject();
    }
}
