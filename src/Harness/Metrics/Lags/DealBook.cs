using SfMarketo.Harness.Checks;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Metrics.Lags;

/// <summary>Opportunities and contact roles at the moment of each commit, and what they make of a Contact (practice.md 1.3).</summary>
internal sealed class DealBook
{
    private readonly Dictionary<string, Deal> deals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Role> roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Role>> byDeal = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Role>> byContact = new(StringComparer.Ordinal);

    public DealBook(LagStart start)
    {
        foreach (var row in start.Opportunities)
        {
            deals[row.Id] = new Deal { Stage = row.Text("StageName") ?? "", IsClosed = row["IsClosed"] is true, IsWon = row["IsWon"] is true, CloseDate = row.Text("CloseDate") ?? "", IsLive = row.Live };
        }

        foreach (var row in start.Roles)
        {
            Add(row.Id, new Role(row.Text("OpportunityId") ?? "", row.Text("ContactId") ?? "") { IsLive = row.Live });
        }
    }

    public IEnumerable<string> Contacts => byContact.Keys;

    /// <summary>The Contacts that a commit of an opportunity or role may move.</summary>
    public List<string> Learn(in CommitEntry entry)
    {
        List<string> contacts = [];
        if (entry.Object == "Opportunity")
        {
            Deal(entry);
            foreach (var role in byDeal.GetValueOrDefault(entry.Id) ?? [])
            {
                contacts.Add(role.Contact);
            }
        }
        else if (Role(entry) is { } role)
        {
            contacts.Add(role.Contact);
        }

        return contacts;
    }

    /// <summary>Whether the Contact is a customer or lost, and the stage to show.</summary>
    public (bool IsSuppressed, string Stage) Judge(string contact)
    {
        Deal? open = null;
        Deal? won = null;
        Deal? lost = null;
        foreach (var role in byContact.GetValueOrDefault(contact) ?? [])
        {
            if (role.IsLive && deals.TryGetValue(role.Deal, out var deal) && deal.IsLive)
            {
                ref var kind = ref deal.IsWon ? ref won : ref deal.IsClosed ? ref lost : ref open;
                kind = kind is null || deal.IsLaterThan(kind) ? deal : kind;
            }
        }

        return (won is not null || (open is null && lost is not null), (open ?? won ?? lost)?.Stage ?? "");
    }

    private void Deal(in CommitEntry entry)
    {
        if (!deals.TryGetValue(entry.Id, out var deal))
        {
            deals.Add(entry.Id, deal = new Deal());
        }

        deal.IsLive = entry.Op != "delete" && (entry.Op == "undelete" || deal.IsLive);
        deal.Stage = entry.TryNew("StageName", out var stage) ? stage as string ?? "" : deal.Stage;
        deal.IsClosed = entry.TryNew("IsClosed", out var closed) ? closed is true : deal.IsClosed;
        deal.IsWon = entry.TryNew("IsWon", out var won) ? won is true : deal.IsWon;
        deal.CloseDate = entry.TryNew("CloseDate", out var date) ? date as string ?? "" : deal.CloseDate;
    }

    private Role? Role(in CommitEntry entry)
    {
        if (!roles.TryGetValue(entry.Id, out var role))
        {
            if (!entry.TryNew("OpportunityId", out var deal) || !entry.TryNew("ContactId", out var contact))
            {
                return null;
            }

            Add(entry.Id, role = new Role(deal as string ?? "", contact as string ?? ""));
        }

        role.IsLive = entry.Op != "delete" && (entry.Op == "undelete" || role.IsLive);
        return role;
    }

    private void Add(string id, Role role)
    {
        roles[id] = role;
        Of(byDeal, role.Deal).Add(role);
        Of(byContact, role.Contact).Add(role);
    }

    private static List<Role> Of(Dictionary<string, List<Role>> lists, string key) => lists.TryGetValue(key, out var list) ? list : lists[key] = [];
}

/// <summary>An opportunity.</summary>
internal sealed class Deal
{
    public string Stage { get; set; } = "";

    public bool IsClosed { get; set; }

    public bool IsWon { get; set; }

    /// <summary><c>yyyy-MM-dd</c>, so that text order is date order.</summary>
    public string CloseDate { get; set; } = "";

    public bool IsLive { get; set; } = true;

    public bool IsLaterThan(Deal other)
    {
        var order = string.CompareOrdinal(CloseDate, other.CloseDate);
        return order > 0 || (order == 0 && string.CompareOrdinal(Stage, other.Stage) > 0);
    }
}

/// <summary>A Contact's part in an opportunity.</summary>
internal sealed class Role(string deal, string contact)
{
    public string Deal => deal;

    public string Contact => contact;

    public bool IsLive { get; set; } = true;
}
