using Microsoft.AspNetCore.Http;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.Kernel.Control;

/// <summary><c>instances</c>: several of one simulator behind one address.</summary>
internal static class InstanceRoutes
{
    public static void List(ControlCall call)
    {
        call.Json.WriteStartArray("instances"u8);
        foreach (var simulator in call.Port.Instances.All)
        {
            call.Json.WriteStartObject();
            Write(call, simulator);
            call.Json.WriteNumber("calls"u8, call.Port.Of(simulator).Member.Journal.Written);
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
    }

    public static void Make(ControlCall call)
    {
        var id = call.Input.Text("id");
        var from = call.Input.Text("from");
        call.Input.End();
        var simulator = call.Member.Simulator;
        if (id is not null && !simulator.TakesInstanceId(id, out var help))
        {
            throw new ControlException($"id cannot be '{id}'", "id", help);
        }

        if (id is not null && call.Port.Instances.TryGet(id, out _))
        {
            throw new ControlException($"there is an instance '{id}' already", "id", $"choose another id, or remove it with DELETE /__sim/instances/{id}", StatusCodes.Status409Conflict);
        }

        var (origin, time) = Origin(call, from);
        Write(call, call.Port.Make(origin, time, id));
    }

    public static void Remove(ControlCall call)
    {
        if (string.Equals(call.Name, call.Port.Instances.First.InstanceId, StringComparison.OrdinalIgnoreCase))
        {
            throw new ControlException($"'{call.Name}' is the first instance and stays", "", "it ends with its host", StatusCodes.Status409Conflict);
        }

        if (!call.Port.Instances.Remove(call.Name))
        {
            throw Unknown(call, call.Name, "");
        }

        List(call);
    }

    private static (Simulator Origin, TimeProvider Time) Origin(ControlCall call, string? from) =>
        from is null ? (call.Member.Simulator, call.Member.Simulator.Time)
        : call.Group.SnapshotOf(from, call.Member) is { } snapshot ? ((Simulator)snapshot, call.Member.Simulator.Time)
        : call.Port.Instances.TryGet(from, out var other) ? (other, other.Time)
        : throw Unknown(call, from, "from");

    private static ControlException Unknown(ControlCall call, string id, string where) => new(
        $"there is no instance '{id}'", where,
        $"instances: {string.Join(", ", call.Port.Instances.All.Select(one => one.InstanceId))}; snapshots: {string.Join(", ", call.Group.SnapshotIds.DefaultIfEmpty("none"))}",
        StatusCodes.Status404NotFound);

    private static void Write(ControlCall call, Simulator simulator)
    {
        var request = call.Http.Request;
        call.Json.WriteString("id"u8, simulator.InstanceId);
        call.Json.WriteString("url"u8, $"{request.Scheme}://{request.Host.Value}/{simulator.InstanceId}");
    }
}
