using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows.LeadPromotion;

/// <summary>A converted Lead's person goes on as its Contact: ids, status, stage MQL to SQL, suppression of nurture. Pure.</summary>
/// <remarks>The seed's use case 1; engine.md R7. The Contact's own fields follow when it is read.</remarks>
internal static class LeadPromotionFlow
{
    public static bool IsConverted(FieldBag lead) => lead["IsConverted"].AsBoolean() == true && !lead["ConvertedContactId"].IsNull;

    public static SalesforceId ContactOf(FieldBag lead) => SalesforceId.Parse(lead["ConvertedContactId"].ToString());

    /// <param name="link">The pair whose record is the Lead, or is its Contact already.</param>
    /// <param name="lead">The converted Lead as read.</param>
    /// <param name="mayBeDone">An earlier life may have promoted the person, wholly or in part: being promoted does not tell that suppression was requested.</param>
    public static Promotion Decide(Link link, FieldBag lead, bool mayBeDone = false)
    {
        var contact = ContactOf(lead);
        var toMarketo = new FieldBag();
        if (!lead["ConvertedAccountId"].IsNull)
        {
            toMarketo.Set("sfdcAccountKey", lead["ConvertedAccountId"]);
        }

        if (!lead["Status"].IsNull)
        {
            toMarketo.Set("leadStatus", lead["Status"]);
        }

        var promotes = Stage.MayPromote(link.Stage);
        if (promotes)
        {
            toMarketo.Set(FieldMap.StageField, Stage.Promoted);
        }

        var promoted = link with { Stage = promotes ? Stage.Promoted : link.Stage };
        if (link.SalesforceId != contact)
        {
            toMarketo.Set(FieldMap.SalesforceIdField, contact.ToString());
            link.Shadow.ForgetSalesforce();
            promoted = promoted with { SalesforceId = contact, SalesforceStamp = 0 };
        }

        return new Promotion(promoted, toMarketo, promotes || (mayBeDone && link.Stage == Stage.Promoted));
    }
}
