using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>All opportunities and their contact roles, followed through the commit log, and what they make of each Contact.</summary>
internal sealed class DealBook
{
    private const string Opportunity = "Opportunity";
    private const string ContactRole = "OpportunityContactRole";

    private readonly Dictionary<string, Deal> deals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Role> roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> rolesOfContact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> rolesOfDeal = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StandingPeriod> standings = new(StringComparer.Ordinal);

    /// <summary>Told of each Contact that was judged anew, perhaps with the same outcome.</summary>
    public Action<string>? Judged { get; set; }

    public bool IsEmpty => deals.Count == 0;

    public void Start(SystemsState state)
    {
        foreach (var row in state.Opportunities)
        {
            deals[row.Id] = new Deal(row.Live, row["IsWon"] is true, row["IsClosed"] is true, row.Text("CloseDate") ?? "", row.Text("StageName") ?? "");
        }

        foreach (var row in state.ContactRoles)
        {
            SetRole(row.Id, new Role(row.Live, row.Text("OpportunityId") ?? "", row.Text("ContactId") ?? ""));
        }

        foreach (var contact in rolesOfContact.Keys)
        {
            Judge(contact, state.At);
        }
    }

    public void OnCommit(in CommitEntry entry)
    {
        if (entry.Object == Opportunity)
        {
            var deal = deals.GetValueOrDefault(entry.Id, new Deal(true, false, false, "", ""));
            deals[entry.Id] = new Deal(
                IsLive(entry, deal.Live),
                entry.TryNew("IsWon", out var won) ? won is true : deal.Won,
                entry.TryNew("IsClosed", out var closed) ? closed is true : deal.Closed,
                entry.TryNew("CloseDate", out var day) ? RecordWords.Text(day) : deal.CloseDate,
                entry.TryNew("StageName", out var stage) ? RecordWords.Text(stage) : deal.Stage);
            foreach (var role in rolesOfDeal.TryGetValue(entry.Id, out var ids) ? ids : [])
            {
                Judge(roles[role].Contact, entry.At);
            }
        }
        else if (entry.Object == ContactRole)
        {
            var role = roles.GetValueOrDefault(entry.Id, new Role(true, "", ""));
            var changed = new Role(
                IsLive(entry, role.Live),
                entry.TryNew("OpportunityId", out var deal) ? RecordWords.Text(deal) : role.Deal,
                entry.TryNew("ContactId", out var contact) ? RecordWords.Text(contact) : role.Contact);
            SetRole(entry.Id, changed);
            Judge(role.Contact, entry.At);
            Judge(changed.Contact, entry.At);
        }
    }

    /// <summary>Null for a Contact that never had an opportunity.</summary>
    public StandingPeriod? Of(string contact) => standings.GetValueOrDefault(contact);

    /// <summary>What <c>sfdcOpptyStage</c> may be: the stage of the open opportunity with the latest CloseDate, else of the last won, else of the last lost; several when a day ties, none for blank.</summary>
    public IReadOnlyList<string> StagesOf(string contact)
    {
        var own = DealsOf(contact);
        var chosen = own.Where(deal => !deal.Closed).ToList();
        chosen = chosen.Count > 0 ? chosen : [.. own.Where(deal => deal.Won)];
        chosen = chosen.Count > 0 ? chosen : own;
        var latest = chosen.Select(deal => deal.CloseDate).Max(StringComparer.Ordinal);
        return [.. chosen.Where(deal => deal.CloseDate == latest).Select(deal => deal.Stage).Distinct()];
    }

    private List<Deal> DealsOf(string contact)
    {
        var own = new List<Deal>();
        foreach (var id in rolesOfContact.TryGetValue(contact, out var ids) ? ids : [])
        {
            var role = roles[id];
            if (role.Live && role.Contact == contact && deals.TryGetValue(role.Deal, out var deal) && deal.Live)
            {
                own.Add(deal);
            }
        }

        return own;
    }

    private void Judge(string contact, long at)
    {
        if (contact.Length == 0)
        {
            return;
        }

        var standing = Standing.None;
        foreach (var deal in DealsOf(contact))
        {
            var one = deal.Won ? Standing.Customer : deal.Closed ? Standing.Lost : Standing.Open;
            standing = one > standing ? one : standing;
        }

        standings[contact] = standings.GetValueOrDefault(contact, new StandingPeriod(Standing.None, at, null, null)).Become(standing, at);
        Judged?.Invoke(contact);
    }

    private void SetRole(string id, Role role)
    {
        roles[id] = role;
        AddTo(rolesOfContact, role.Contact, id);
        AddTo(rolesOfDeal, role.Deal, id);
    }

    private static void AddTo(Dictionary<string, List<string>> index, string key, string id)
    {
        var ids = index.TryGetValue(key, out var known) ? known : index[key] = [];
        if (!ids.Contains(id))
        {
            ids.Add(id);
        }
    }

    private static bool IsLive(in CommitEntry entry, bool before) => entry.Op switch
    {
        "delete" or "merge" => false,
        "undelete" => true,
        _ => before,
    };

    private sealed record Deal(bool Live, bool Won, bool Closed, string CloseDate, string Stage);

    private sealed record Role(bool Live, string Deal, string Contact);
}
