namespace SfMarketo.SalesforceSim.Org.Schema;

/// <summary>The roll-ups of a fresh org: what a campaign counts (Salesforce Help, "Campaign Fields").</summary>
internal static class RollUps
{
    public static void AddStandard(OrgSchema schema)
    {
        var (member, opportunity, campaign) = (schema["CampaignMember"], schema["Opportunity"], schema["Campaign"]);
        var (lead, contact, responded) = (member.Field("LeadId"), member.Field("ContactId"), member.Field("HasResponded"));
        var (won, amount) = (opportunity.Field("IsWon"), opportunity.Field("Amount"));
        var ofMember = member.Field("CampaignId");
        member.RollUps =
        [
            Count(ofMember, "NumberOfLeads", row => row[lead] is not null && row[contact] is null),
            Count(ofMember, "NumberOfConvertedLeads", row => row[lead] is not null && row[contact] is not null),
            Count(ofMember, "NumberOfContacts", row => row[contact] is not null),
            Count(ofMember, "NumberOfResponses", row => row[responded] is true),
        ];
        var ofOpportunity = opportunity.Field("CampaignId");
        opportunity.RollUps =
        [
            Count(ofOpportunity, "NumberOfOpportunities", _ => true),
            Count(ofOpportunity, "NumberOfWonOpportunities", row => row[won] is true),
            new RollUp(ofOpportunity, campaign.Field("AmountAllOpportunities"), RollUpOperation.Sum, (_, row) => row[amount]),
            new RollUp(ofOpportunity, campaign.Field("AmountWonOpportunities"), RollUpOperation.Sum, (_, row) => row[won] is true ? row[amount] : null),
        ];

        campaign.Counted = [.. member.RollUps.Select(rollUp => (member, rollUp)), .. opportunity.RollUps.Select(rollUp => (opportunity, rollUp))];

        RollUp Count(SField lookup, string target, Func<SRow, bool> counts) =>
            new(lookup, campaign.Field(target), RollUpOperation.Count, (_, row) => counts(row) ? Boxes.True : null);
    }
}
