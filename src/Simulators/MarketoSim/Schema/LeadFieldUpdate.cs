using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Schema;

/// <summary><c>POST /rest/v1/leads/schema/fields/{name}.json</c>: says other things of one field. Which code a forbidden member gets is unverified.</summary>
/// <remarks>
/// Source: Marketo REST API, "Leads", update field: of a custom field description, displayName, isHtmlEncodingInEmail and isSensitive, and isHidden when the API made it;
/// of a standard field description, isHtmlEncodingInEmail and isSensitive; never dataType, length or name.
/// </remarks>
internal static class LeadFieldUpdate
{
    private static readonly string[] OfAll = ["description", "isHtmlEncodingInEmail", "isSensitive"];

    public static void Answer(MarketoCall call)
    {
        if (!JsonBody.TryOpen(call, out var body) || !body.TryInput(out var input) || FieldPages.OfLeads.Find(call) is not { } field)
        {
            return;
        }

        if (input.Count != 1)
        {
            call.Fail(input.Count == 0 ? MarketoErrors.MissingParameter("input") : MarketoErrors.InvalidData($"The number of fields {input.Count} is over 1"));
            return;
        }

        var before = call.Instance.Schema.TraitsOf(field);
        foreach (var name in input[0].Names)
        {
            if (!OfAll.Contains(name) && !(field.Custom && name == "displayName") && !(before.IsApiCreated && name == "isHidden"))
            {
                call.Fail(MarketoErrors.InvalidData($"'{name}' of field '{field.Name}' is not updateable"));
                return;
            }
        }

        if (!input[0].TryText("displayName", out var displayName) || !LeadFieldCreate.TryReadTraits(input[0], before, out var traits))
        {
            return;
        }

        if (displayName is not null && FieldNames.CheckDisplayName(call, displayName, field) is { } problem)
        {
            call.Fail(problem);
            return;
        }

        var was = field.DisplayName;
        call.Instance.Schema.Change(field, displayName ?? was, traits);
        LeadFieldCreate.Commit(call, field.Name, "update", [new FieldChange("displayName", was, displayName ?? was)]);
        call.Sim.Records = 1;
        call.StartResult();
        LeadFieldCreate.WriteStatus(call, field.Name, "updated"u8);
        call.EndResult();
    }
}
