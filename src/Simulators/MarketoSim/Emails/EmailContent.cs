using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Emails;

/// <summary>Reads and changes the editable sections of an e-mail. A change goes to the draft, which an approved e-mail then has beside it.</summary>
internal static class EmailContent
{
    public const string TextType = "Text";

    private static readonly string[] Types = [TextType, "DynamicContent", "Snippet"];

    public static void Answer(MarketoCall call)
    {
        var email = call.Find(call.Instance.Assets.Emails);
        var status = call.OptionalStatus();
        IEnumerable<EmailSection> sections = !EmailAssets.Has(email, status) ? []
            : (status ?? EmailAssets.StatusOf(email)) == AssetStatus.Draft ? email.Draft ?? email.Sections
            : email.Sections;
        call.WriteAssets(sections, Write);
    }

    public static void Update(MarketoCall call)
    {
        var email = call.Find(call.Instance.Assets.Emails);
        var sections = email.Draft ?? email.Sections;
        var section = sections.FirstOrDefault(one => one.HtmlId == call.Sim.Route("htmlId")) ?? throw new AssetException(MarketoErrors.NoData);
        var type = call.Parameters["type"] ?? section.ContentType;
        if (!Types.Contains(type))
        {
            throw new AssetException(MarketoErrors.InvalidValue(type, "Type"));
        }

        var after = section with { ContentType = type, Value = call.Parameters["value"] ?? section.Value, Text = call.Parameters["textValue"] ?? section.Text };
        IReadOnlyList<EmailSection> edited = [.. sections.Select(one => one == section ? after : one)];
        EmailApproval.Store(call, email, email.IsApproved ? email with { Draft = edited } : email with { Sections = edited });
    }

    private static void Write(MarketoCall call, EmailSection section)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("htmlId"u8, section.HtmlId);
        if (section.ContentType == TextType)
        {
            json.WriteStartArray("value"u8);
            WriteForm(call, "HTML", section.Value);
            WriteForm(call, TextType, section.Text);
            json.WriteEndArray();
        }
        else
        {
            json.WriteString("value"u8, section.Value);
        }

        json.WriteString("contentType"u8, section.ContentType);
        json.WriteEndObject();
    }

    private static void WriteForm(MarketoCall call, string type, string value)
    {
        call.Json.WriteStartObject();
        call.Json.WriteString("type"u8, type);
        call.Json.WriteString("value"u8, value);
        call.Json.WriteEndObject();
    }
}
