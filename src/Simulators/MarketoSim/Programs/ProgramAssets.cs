using System.Globalization;
using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Programs;

/// <summary><c>GET /rest/asset/v1/programs.json</c> with its filters, <c>program/{id}.json</c> and <c>program/byName.json</c>. Tags and costs are not simulated and so never shown.</summary>
internal static class ProgramAssets
{
    public static void Answer(MarketoCall call)
    {
        if (!call.TryReadOffset(out var offset, out var size) || !TryReadFilter(call, out var ids) || !TryReadSpan(call, out var inSpan))
        {
            return;
        }

        var status = call.Parameters["status"];
        var found = inSpan
            ? call.Instance.Assets.Programs.Where(program =>
                (ids is null || ids.Contains(program.Id.ToString(CultureInfo.InvariantCulture))) && (status is null || program.Status == status))
            : [];
        call.WriteAssets(found.Skip(offset).Take(size), Write);
    }

    public static void AnswerOne(MarketoCall call)
    {
        var found = int.TryParse(call.Sim.Route("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? call.Instance.Assets.FindProgram(id) : null;
        call.WriteAssets(found is null ? Array.Empty<MarketoProgram>() : [found], Write);
    }

    public static void AnswerByName(MarketoCall call)
    {
        if (call.Parameters["name"] is not { } name)
        {
            call.Fail(MarketoErrors.CannotBeBlank("name"));
            return;
        }

        call.WriteAssets(call.Instance.Assets.Programs.Where(program => program.Name == name), Write);
    }

    private static bool TryReadFilter(MarketoCall call, out List<string>? ids)
    {
        ids = null;
        if (call.Parameters["filterType"] is not { } type)
        {
            return true;
        }

        ids = call.Parameters.List("filterValues");
        if (type != "id" || ids.Count == 0)
        {
            call.Fail(type != "id" ? MarketoErrors.LookupNotSupported(type) : MarketoErrors.CannotBeBlank("filterValues"));
            return false;
        }

        return true;
    }

    /// <summary>All programs were last changed when the instance began, so a span holds all of them or none.</summary>
    private static bool TryReadSpan(MarketoCall call, out bool inSpan)
    {
        inSpan = true;
        var (earliest, latest) = (DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        if ((call.Parameters["earliestUpdatedAt"] is { } from && !WireTime.TryParse(from, out earliest))
            || (call.Parameters["latestUpdatedAt"] is { } until && !WireTime.TryParse(until, out latest)))
        {
            call.Fail(MarketoErrors.InvalidDate(call.Parameters["earliestUpdatedAt"] ?? call.Parameters["latestUpdatedAt"]!));
            return false;
        }

        inSpan = call.Instance.AssetsChanged >= earliest && call.Instance.AssetsChanged <= latest;
        return true;
    }

    private static void Write(MarketoCall call, MarketoProgram program)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteNumber("id"u8, program.Id);
        json.WriteString("name"u8, program.Name);
        json.WriteString("description"u8, program.Description);
        json.WriteString("createdAt"u8, call.Instance.AssetsStartedAt);
        json.WriteString("updatedAt"u8, call.Instance.AssetsStartedAt);
        json.WriteString("url"u8, $"https://app-sim.marketo.invalid/#PG{program.Id}A1");
        json.WriteString("type"u8, program.Type);
        json.WriteString("channel"u8, program.Channel);
        json.WriteStartObject("folder"u8);
        json.WriteString("type"u8, "Folder"u8);
        json.WriteNumber("value"u8, program.FolderId);
        json.WriteString("folderName"u8, program.Folder);
        json.WriteEndObject();
        json.WriteString("status"u8, program.Status);
        json.WriteString("workspace"u8, program.Workspace);
        json.WriteBoolean("headStart"u8, false);
        json.WriteEndObject();
    }
}
