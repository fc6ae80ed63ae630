using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Tags;

/// <summary><c>GET /rest/asset/v1/tagTypes.json</c> and <c>tagType/byName.json</c>, which alone shows the values. Tag types are made at the screens only.</summary>
internal static class TagAssets
{
    public static void Answer(MarketoCall call)
    {
        var page = call.ReadPage();
        call.WriteAssets(call.Instance.Options.TagTypes.Skip(page.Offset).Take(page.Size), (at, tag) => Write(at, tag, withValues: false));
    }

    public static void AnswerByName(MarketoCall call)
    {
        var name = call.Required("name");
        call.WriteAssets(call.Instance.Options.TagTypes.Where(tag => tag.Name == name), (at, tag) => Write(at, tag, withValues: true));
    }

    private static void Write(MarketoCall call, MarketoTagType tag, bool withValues)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("tagType"u8, tag.Name);
        json.WriteString("applicableProgramTypes"u8, $"[{string.Join(", ", tag.ProgramTypes)}]");
        json.WriteBoolean("required"u8, tag.Required);
        if (withValues)
        {
            json.WriteString("allowableValues"u8, $"[{string.Join(", ", tag.Values)}]");
        }

        json.WriteEndObject();
    }
}
