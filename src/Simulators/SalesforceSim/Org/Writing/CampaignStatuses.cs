namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>The member statuses of a campaign.</summary>
/// <param name="Default">Of a member that was sent without one.</param>
/// <param name="Responded">Those that count as a response.</param>
internal sealed record CampaignStatuses(string Default, IReadOnlyList<string> Responded)
{
    /// <summary>Those of a fresh campaign.</summary>
    public static CampaignStatuses Standard { get; } = new("Sent", ["Responded"]);

    public static CampaignStatuses Of(OrgStore store, string campaignId)
    {
        var table = store["CampaignMemberStatus"];
        var (label, isDefault, responded) = (table.Type.Field("Label").Number, table.Type.Field("IsDefault"), table.Type.Field("HasResponded"));
        var rows = table.FindByIndex(table.Type.Field("CampaignId"), campaignId).Where(row => !row.Deleted).OrderBy(row => row.Number).ToList();
        return rows.Count == 0 ? Standard : new CampaignStatuses(
            (rows.Find(row => row[isDefault] is true) ?? rows[0]).Text(label) ?? Standard.Default, [.. rows.Where(row => row[responded] is true).Select(row => row.Text(label)).OfType<string>()]);
    }
}
