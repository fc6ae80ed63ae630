using System.Globalization;
using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Lists;

/// <summary><c>GET /rest/v1/lists.json</c> with its filters, and one list by id.</summary>
internal static class ListsPage
{
    public static void Answer(MarketoCall call)
    {
        if (!IdPage.TryRead(call, out var page))
        {
            return;
        }

        var ids = call.Parameters.List("id");
        var names = call.Parameters.List("name");
        var programs = call.Parameters.List("programName");
        var workspaces = call.Parameters.List("workspaceName");
        var found = call.Instance.Assets.Lists.Where(list =>
            In(ids, list.Id.ToString(CultureInfo.InvariantCulture)) && In(names, list.Name) && In(programs, list.ProgramName) && In(workspaces, list.Workspace));
        page.Write(call, found, list => list.Id, Write, saysWhenDone: false);
    }

    public static void AnswerOne(MarketoCall call)
    {
        if (Find(call) is { } list)
        {
            call.StartResult();
            Write(call, list);
            call.EndResult();
        }
    }

    /// <summary>The path's list; null when the call was refused.</summary>
    public static MarketoList? Find(MarketoCall call)
    {
        var list = int.TryParse(call.Sim.Route("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? call.Instance.Assets.FindList(id) : null;
        if (list is null)
        {
            call.Fail(MarketoErrors.ObjectNotFound);
        }

        return list;
    }

    private static bool In(List<string> wanted, string value) => wanted.Count == 0 || wanted.Contains(value);

    private static void Write(MarketoCall call, MarketoList list)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteNumber("id"u8, list.Id);
        json.WriteString("name"u8, list.Name);
        if (list.ProgramName.Length > 0)
        {
            json.WriteString("programName"u8, list.ProgramName);
        }

        json.WriteString("workspaceName"u8, list.Workspace);
        WireTime.Write(json, "createdAt"u8, list.CreatedAt);
        WireTime.Write(json, "updatedAt"u8, list.UpdatedAt);
        json.WriteEndObject();
        call.Sim.Records++;
    }
}
