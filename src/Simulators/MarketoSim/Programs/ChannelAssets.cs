using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Programs;

/// <summary><c>GET /rest/asset/v1/channels.json</c> and <c>channel/byName.json</c>. There is no channel by id.</summary>
internal static class ChannelAssets
{
    public static void Answer(MarketoCall call)
    {
        var page = call.ReadPage();
        call.WriteAssets(call.Instance.Assets.Channels.Skip(page.Offset).Take(page.Size), Write);
    }

    public static void AnswerByName(MarketoCall call)
    {
        var name = call.Required("name");
        call.WriteAssets(call.Instance.Assets.Channels.Where(channel => channel.Name == name), Write);
    }

    private static void Write(MarketoCall call, MarketoChannel channel)
    {
        var json = call.Json;
        json.WriteStartObject();

        // Channels are data without ids: their place among the options is theirs.
        json.WriteNumber("id"u8, call.Instance.Assets.Channels.TakeWhile(other => other != channel).Count() + 1);
        json.WriteString("name"u8, channel.Name);
        json.WriteString("applicableProgramType"u8, channel.ApplicableProgramType);
        json.WriteStartArray("progressionStatuses"u8);
        foreach (var status in channel.Statuses)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, status.Name);
            json.WriteNull("description"u8);
            json.WriteBoolean("hidden"u8, false);
            json.WriteNumber("step"u8, status.Step);
            json.WriteBoolean("success"u8, status.Success);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("createdAt"u8, AssetAnswers.Date(call.Instance.Assets.StartedAt));
        json.WriteString("updatedAt"u8, AssetAnswers.Date(call.Instance.Assets.StartedAt));
        json.WriteEndObject();
    }
}
