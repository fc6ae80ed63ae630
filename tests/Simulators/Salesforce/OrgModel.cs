namespace SfMarketo.Tests.Simulators.Salesforce;

/// <summary>Accounts, contacts, leads, campaigns, members and opportunities as plain objects, with the rules of merge, conversion, delete and undelete known by heart.</summary>
internal sealed class OrgModel
{
    // Parent's object, child's object, child's lookup, whether the child goes with it.
    private static readonly (string Parent, string Child, string Lookup, bool Cascades)[] Lookups =
    [
        ("Account", "Contact", "AccountId", true), ("Account", "Opportunity", "AccountId", true), ("Contact", "CampaignMember", "ContactId", true), ("Lead", "CampaignMember", "LeadId", true),
        ("Campaign", "CampaignMember", "CampaignId", true), ("Campaign", "Opportunity", "CampaignId", false),
    ];

    public List<Row> Rows { get; } = [];

    public Row Add(string id, string name, params (string Field, string? Value)[] fields)
    {
        var row = new Row(id, name);
        foreach (var (field, value) in fields)
        {
            row.Lookups[field] = value;
        }

        Rows.Add(row);
        return row;
    }

    public List<Row> Of(string name) => Rows.FindAll(row => row.Object == name);

    public bool CanAddMember(Row campaign, Row person) =>
        !campaign.Deleted && !person.Deleted && !person.Converted
        && !Rows.Exists(row => row is { Object: "CampaignMember", Deleted: false } && row.Lookups["CampaignId"] == campaign.Id && row.Lookups.GetValueOrDefault(person.Object + "Id") == person.Id);

    public void Delete(Row row)
    {
        row.Deleted = true;
        DeleteChildren(row, row.Id);
        foreach (var deal in row.Object == "Campaign" ? Live("Opportunity", "CampaignId", row.Id) : [])
        {
            deal.Lookups["CampaignId"] = null;
        }
    }

    public void Undelete(Row row)
    {
        (row.Deleted, row.DeletedWith, row.Master) = (false, null, null);
        UndeleteChildren(row, row.Id);
    }

    public void Merge(Row master, Row loser)
    {
        (loser.Deleted, loser.Master) = (true, master.Id);
        foreach (var (_, name, lookup, _) in Lookups.Where(each => each.Parent == loser.Object))
        {
            foreach (var child in Live(name, lookup, loser.Id))
            {
                if (name == "CampaignMember" && Live(name, lookup, master.Id).Exists(other => other.Lookups["CampaignId"] == child.Lookups["CampaignId"]))
                {
                    child.Deleted = true;
                }
                else
                {
                    child.Lookups[lookup] = master.Id;
                }
            }
        }
    }

    public void Convert(Row lead, string contact)
    {
        lead.Converted = true;
        foreach (var member in Live("CampaignMember", "LeadId", lead.Id))
        {
            member.Lookups["ContactId"] = contact;
        }
    }

    public string? LastCampaign(Row lead) => Live("CampaignMember", "LeadId", lead.Id).LastOrDefault()?.Lookups["CampaignId"];

    /// <summary>Leads, converted leads, contacts and opportunities of a campaign.</summary>
    public (int Leads, int Converted, int Contacts, int Opportunities) Counts(Row campaign)
    {
        var members = Live("CampaignMember", "CampaignId", campaign.Id);
        return (
            members.Count(row => Has(row, "LeadId") && !Has(row, "ContactId")), members.Count(row => Has(row, "LeadId") && Has(row, "ContactId")), members.Count(row => Has(row, "ContactId")),
            Live("Opportunity", "CampaignId", campaign.Id).Count);
    }

    private static bool Has(Row row, string lookup) => row.Lookups.GetValueOrDefault(lookup) is not null;

    private List<Row> Live(string name, string lookup, string id) => Rows.FindAll(row => row.Object == name && !row.Deleted && row.Lookups.GetValueOrDefault(lookup) == id);

    private void DeleteChildren(Row parent, string root)
    {
        foreach (var (_, name, lookup, _) in Lookups.Where(each => each.Parent == parent.Object && each.Cascades))
        {
            foreach (var child in Live(name, lookup, parent.Id))
            {
                (child.Deleted, child.DeletedWith) = (true, root);
                DeleteChildren(child, root);
            }
        }
    }

    private void UndeleteChildren(Row parent, string root)
    {
        foreach (var (_, name, lookup, _) in Lookups.Where(each => each.Parent == parent.Object && each.Cascades))
        {
            foreach (var child in Rows.FindAll(row => row.Object == name && row.Deleted && row.DeletedWith == root && row.Lookups.GetValueOrDefault(lookup) == parent.Id))
            {
                (child.Deleted, child.DeletedWith) = (false, null);
                UndeleteChildren(child, root);
            }
        }
    }

    /// <summary>A row.</summary>
    internal sealed class Row(string id, string @object)
    {
        public string Id { get; } = id;

        public string Object { get; } = @object;

        public Dictionary<string, string?> Lookups { get; } = [];

        public bool Deleted { get; set; }

        public string? DeletedWith { get; set; }

        public bool Converted { get; set; }

        public string? Master { get; set; }
    }
}
