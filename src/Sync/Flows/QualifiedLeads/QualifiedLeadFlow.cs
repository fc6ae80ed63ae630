using SfMarketo.Sync.Flows.FieldSync;
using SfMarketo.Sync.Mapping;

namespace SfMarketo.Sync.Flows.QualifiedLeads;

/// <summary>Newly qualified people become Salesforce Leads, or update the Lead or Contact that exists. Pure.</summary>
/// <remarks>The seed's use case 2; engine.md R13, practice.md 1.2 and 1.11. The trigger is the stage field, set by a campaign.</remarks>
internal sealed class QualifiedLeadFlow(FieldMap map, string defaultLeadSource)
{
    public static bool IsQualified(FieldBag person) => person[FieldMap.StageField].AsText() == Stage.Qualified;

    /// <summary>The Lead of a person that Salesforce does not know.</summary>
    /// <param name="person">As read from Marketo.</param>
    /// <param name="moment">The latest interesting moment, or null.</param>
    public FieldBag NewLead(FieldBag person, string? moment)
    {
        var lead = new FieldBag(16) { { FieldMap.MarketoIdField, person["id"].ToString() } };
        foreach (var field in map.Fields)
        {
            if (field.Lead is null or "Status" || !person.TryGet(field.Marketo, out var value))
            {
                continue;
            }

            var sent = Canonical.Send(field.Type, value);
            if (!sent.IsNull && (field.Owner != FieldOwner.Consent || sent.AsBoolean() == true))
            {
                lead.Set(field.Lead, sent);
            }
        }

        // Required by Salesforce: without a value the person would be a dead letter.
        Default(lead, "LastName", FieldSyncFlow.NotProvided);
        Default(lead, "Company", FieldSyncFlow.NotProvided);
        lead.Set("LeadSource", person["leadSource"].IsNull ? defaultLeadSource : person["leadSource"]);
        AddMoment(lead, moment);
        return lead;
    }

    /// <summary>What qualification adds to a Lead or Contact that exists: score travels by the field sync, the moment here.</summary>
    public static FieldBag ForExisting(string? moment)
    {
        var fields = new FieldBag();
        AddMoment(fields, moment);
        return fields;
    }

    private static void AddMoment(FieldBag fields, string? moment)
    {
        if (moment is not null)
        {
            fields.Set(FieldMap.InterestingMomentField, moment);
        }
    }

    private static void Default(FieldBag lead, string name, string value)
    {
        if (lead[name].IsNull)
        {
            lead.Set(name, value);
        }
    }
}
