using System.Globalization;
using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Lists;

/// <summary><c>GET /rest/asset/v1/staticLists.json</c>, <c>staticList/{id}.json</c> and <c>staticList/byName.json</c>.</summary>
internal static class StaticListAssets
{
    public static void Answer(MarketoCall call)
    {
        if (call.TryReadOffset(out var offset, out var size))
        {
            call.WriteAssets(call.Instance.Assets.Lists.Skip(offset).Take(size), Write);
        }
    }

    public static void AnswerOne(MarketoCall call)
    {
        var found = int.TryParse(call.Sim.Route("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? call.Instance.Assets.FindList(id) : null;
        call.WriteAssets(found is null ? Array.Empty<MarketoList>() : [found], Write);
    }

    public static void AnswerByName(MarketoCall call)
    {
        if (call.Parameters["name"] is not { } name)
        {
            call.Fail(MarketoErrors.CannotBeBlank("name"));
            return;
        }

        call.WriteAssets(call.Instance.Assets.Lists.Where(list => list.Name == name), Write);
    }

    private static void Write(MarketoCall call, MarketoList list)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteNumber("id"u8, list.Id);
        json.WriteString("name"u8, list.Name);
        json.WriteString("description"u8, list.Description);
        json.WriteString("createdAt"u8, call.Instance.AssetsStartedAt);
        json.WriteString("updatedAt"u8, call.Instance.AssetsStartedAt);
        json.WriteString("workspace"u8, list.Workspace);
        json.WriteEndObject();
    }
}
