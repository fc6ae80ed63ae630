using System.Collections;
using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Activities;

/// <summary><c>GET /rest/v1/activities/leadchanges.json</c>: types 13 and 12 only. Score steps (22) are not among them (sw:leadchanges.scoreAsDataValue).</summary>
internal static class LeadChangesPage
{
    private const string ScoreSource = "Change Score";

    private static readonly JsonEncodedText Reason = JsonEncodedText.Encode("Reason");
    private static readonly JsonEncodedText Source = JsonEncodedText.Encode("Source");
    private static readonly JsonEncodedText LeadId = JsonEncodedText.Encode("Lead ID");
    private static readonly Dictionary<int, int> Shown = new() { [ActivityTypes.ChangeScore] = ActivityTypes.ChangeDataValue };

    public static void Answer(MarketoCall call)
    {
        if (!LogPage.TryOpen(call, out var page) || !TryReadFields(call, out var fields))
        {
            return;
        }

        var newLeads = call.Instance.Options.Switches.LeadChangesNewLeadAlways;
        var scores = call.Instance.Options.Switches.LeadChangesScoreAsDataValue;
        var retention = new Retention(call.Sim.Now);
        page.StartNotBefore(retention.Since(ActivityTypes.NewLead));
        page.ShowTypes(Shown, warns: false);
        page.Write(
            head => IsChange(head.Type, scores) ? fields[head.PrimaryId] && head.At >= retention.Since(head.Type) : newLeads && head.Type == ActivityTypes.NewLead,
            static (call, entry) =>
            {
                if (entry.Type == ActivityTypes.NewLead)
                {
                    ActivityAttributes.WritePrimary(call.Json, entry);
                    ActivityAttributes.Write(call, entry);
                }
                else
                {
                    WriteChange(call, entry);
                }
            });
    }

    private static bool IsChange(int type, bool scores) => type == ActivityTypes.ChangeDataValue || (scores && type == ActivityTypes.ChangeScore);

    private static void WriteChange(MarketoCall call, in ActivityEntry entry)
    {
        var json = call.Json;
        json.WriteStartArray("fields"u8);
        json.WriteStartObject();
        json.WriteNumber("id"u8, entry.PrimaryId);
        json.WriteString("name"u8, call.Instance.Schema.Fields[entry.PrimaryId - 1].EncodedName);
        // A score step has its change before its values, and no source.
        var isStep = entry.Type == ActivityTypes.ChangeScore;
        var first = isStep ? 1 : 0;
        json.WriteString("newValue"u8, ValueAt(entry, first) as string);
        json.WriteString("oldValue"u8, ValueAt(entry, first + 1) as string);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("attributes"u8);
        ActivityAttributes.WriteOne(json, Reason, ValueAt(entry, first + 2) ?? "");
        ActivityAttributes.WriteOne(json, Source, isStep ? ScoreSource : ValueAt(entry, 3) ?? "");
        ActivityAttributes.WriteOne(json, LeadId, entry.PersonId);
        json.WriteEndArray();
    }

    private static object? ValueAt(in ActivityEntry entry, int place) => place < entry.Attributes.Length ? entry.Attributes[place] : null;

    /// <summary>The wanted fields, by field id.</summary>
    private static bool TryReadFields(MarketoCall call, out BitArray fields)
    {
        fields = new BitArray(call.Instance.Schema.Fields.Length + 1);
        var names = call.Parameters.List("fields");
        if (names.Count == 0)
        {
            call.Fail(MarketoErrors.MissingParameter("fields"));
            return false;
        }

        foreach (var name in names)
        {
            if (call.Instance.Schema.Find(name) is not { } field)
            {
                call.Fail(MarketoErrors.FieldNotFound(name));
                return false;
            }

            fields[field.Id] = true;
        }

        return true;
    }
}
