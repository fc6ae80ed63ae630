using Microsoft.AspNetCore.Http;

namespace SfMarketo.Kernel.Control;

/// <summary><c>state</c>, <c>reset</c>, <c>data</c>, <c>snapshot</c>, <c>restore</c>.</summary>
internal static class StateRoutes
{
    private const int MostPeople = 200_000;

    public static void State(ControlCall call)
    {
        var (json, control) = (call.Json, call.Member.Control);
        json.WriteString("simulator"u8, control.Simulator.Name);
        json.WriteString("instance"u8, control.Simulator.InstanceId);
        json.WriteStartObject("counts"u8);
        control.WriteCounts(json);
        json.WriteEndObject();
        ClockRoutes.Write(call);
        json.WriteNumber("seed"u8, Seed(call));
        json.WriteStartObject("limits"u8);
        control.WriteLimits(json);
        json.WriteEndObject();
        SwitchRoutes.Write(json, control);
        json.WriteNumber("faults"u8, control.Simulator.Faults.Rules.Count);
        json.WriteNumber("calls"u8, call.Member.Journal.Written);
        json.WriteNumber("unhandledFailures"u8, control.Simulator.UnhandledFailures);
        json.WriteStartArray("snapshots"u8);
        foreach (var id in call.Group.SnapshotIds)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
    }

    public static void Reset(ControlCall call)
    {
        var data = call.Input.Word("data", "demo", "empty");
        var seed = call.Input.Seed("seed");
        var instant = call.Input.Instant("clock");
        call.Input.End();
        var source = Source(call);
        source.Check(data, seed, instant);
        if (instant is not null && ClockRoutes.Find(call) is null)
        {
            throw ClockRoutes.Standing();
        }

        // The clock first: time may go back now, because nothing that stays bears a later one.
        var clock = ClockRoutes.Find(call);
        if (instant is { } wanted)
        {
            clock!.Set(wanted);
        }

        source.Reset(data, seed, call.Member.Simulator.Time.GetUtcNow());
        call.Group.Forget();
        WriteAll(call);
    }

    public static void Data(ControlCall call)
    {
        var people = call.Input.Whole("people", 0, MostPeople) ?? 0;
        var companies = call.Input.Whole("companies", 0, MostPeople) ?? 0;
        var locale = call.Input.Text("locale") ?? "en";
        call.Input.End();
        if (people + companies == 0)
        {
            throw new ControlException("nothing is asked for", "people", """write {"people": 2000, "companies": 300}""");
        }

        Source(call).Add(people, companies, locale);
        WriteAll(call);
    }

    public static void Snapshot(ControlCall call)
    {
        var id = call.Input.Text("id");
        call.Input.End();
        call.Json.WriteString("id"u8, call.Group.TakeSnapshot(id));
    }

    public static void Restore(ControlCall call)
    {
        var id = call.Input.RequiredText("id", "write the id that POST /__sim/snapshot gave");
        call.Input.End();
        call.Group.Restore(id);
        WriteAll(call);
    }

    private static ulong Seed(ControlCall call) => call.Group.Data?.Seed ?? call.Member.Simulator.Draws.Seed;

    private static IOrgData Source(ControlCall call) => call.Group.Data
        ?? throw new ControlException("nobody here can fill this simulator", "", "its host started it without data; use snapshot and restore", StatusCodes.Status409Conflict);

    /// <summary>The counts of all simulators, which such a call changed together.</summary>
    private static void WriteAll(ControlCall call)
    {
        call.Json.WriteNumber("seed"u8, Seed(call));
        foreach (var member in call.Group.Members)
        {
            call.Json.WriteStartObject(member.Simulator.Name);
            member.Control.WriteCounts(call.Json);
            call.Json.WriteEndObject();
        }
    }
}
