using SfMarketo.Sync.Flows.FieldSync;
using SfMarketo.Sync.Marketo;

namespace SfMarketo.Sync.Sources;

/// <summary>Makes of a row of the change log the hint that the inbox keeps: who changed, in what; a change of consent bears the marks of its evidence.</summary>
internal sealed class ChangeHints(SyncSettings settings)
{
    private const int NewLead = 12;

    private readonly string? consentField = settings.Map.ConsentIndex is >= 0 and var index ? settings.Map.Fields[index].Marketo : null;
    private readonly IReadOnlyList<string> optInCampaigns = settings.OptInCampaigns;

    public StreamEntry Of(LeadChange change)
    {
        var fields = new FieldBag { { LeadChangeStream.PersonId, change.LeadId.Value }, { LeadChangeStream.IsNew, change.ActivityTypeId == NewLead } };
        foreach (var (field, _, value) in change.Fields)
        {
            fields.Set(field, value);
            if (field == consentField)
            {
                var mark = ConsentEvidence.Mark(change, value, optInCampaigns);
                fields.Set(mark.Name, mark.Value);
                fields.Set(ConsentMarks.ByClient, ConsentEvidence.IsByClient(change));
            }
        }

        return new StreamEntry(change.MarketoGuid, fields);
    }
}
