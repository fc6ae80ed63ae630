using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim;

namespace SfMarketo.Harness.Workload;

/// <summary>What people do with opportunities in Salesforce. Each method answers the id of the Contact whose deal it was, or null when none fits.</summary>
/// <remarks>Which opportunities a Contact has is known here and not looked up: the desk has opened them, or found them at the start.</remarks>
internal sealed class DealDesk
{
    private const string Won = "Closed Won";
    private const string Lost = "Closed Lost";

    private static readonly string[] OpenStages = ["Prospecting", "Qualification", "Needs Analysis", "Value Proposition", "Proposal/Price Quote", "Negotiation/Review"];
    private static readonly string[] Roles = ["Decision Maker", "Economic Buyer", "Evaluator", "Technical Buyer"];

    private readonly SalesforceOrg org;
    private readonly RecentTouches touches;
    private readonly TimeProvider time;
    private readonly CandidatePool contacts;
    private readonly CandidatePool buyers;
    private readonly Dictionary<string, List<string>> deals = new(StringComparer.Ordinal);
    private bool found;

    public DealDesk(SalesforceOrg org, RecentTouches touches, TimeProvider time)
    {
        this.org = org;
        this.touches = touches;
        this.time = time;
        contacts = new CandidatePool(() => [.. org.Rows("Contact").Select(row => row.Id)], time);
        buyers = new CandidatePool(() => [.. org.Rows("Contact").Select(row => row.Id).Where(id => Deals(id).Count > 0)], time);
    }

    public string? Open(string? who, Draws draws)
    {
        if (who is null && !contacts.TryPick(draws, id => org.Find(id) is { Deleted: false }, out who))
        {
            return null;
        }

        Deals(who).Add(OpenDeal(org, who, draws, time.GetUtcNow(), "opportunity opened"));
        touches.Mark(Side.Salesforce, who);
        return who;
    }

    public string? Win(string? who, Draws draws) => Close(who, Won, draws);

    public string? Lose(string? who, Draws draws) => Close(who, Lost, draws);

    public string? Reopen(string? who, Draws draws) => Move(who, isClosed: true, draws, "opportunity reopened", () => "Negotiation/Review");

    /// <summary>The Contact's latest opportunity, open or closed, goes to the recycle bin with its contact roles.</summary>
    public string? Delete(string? who, Draws draws)
    {
        if (who is null && !buyers.TryPick(draws, id => Latest(id, isClosed: null) is not null && !touches.Busy(Side.Marketo, id), out who))
        {
            return null;
        }

        if (Latest(who, isClosed: null) is not { } deal)
        {
            return null;
        }

        org.DeleteRow(deal, "opportunity deleted");
        touches.Mark(Side.Salesforce, who);
        return who;
    }

    /// <summary>An open opportunity with this Contact in a role.</summary>
    /// <returns>Its id.</returns>
    public static string OpenDeal(SalesforceOrg org, string contact, Draws draws, DateTimeOffset now, string cause)
    {
        var row = org.Find(contact)!;
        var closes = DateOnly.FromDateTime(now.UtcDateTime).AddDays(draws.Next(10, 90));
        var id = org.CreateRow(
            "Opportunity",
            [
                new("Name", (row.Text("LastName") ?? "x") + " - deal"), new("AccountId", row.Get("AccountId")), new("StageName", draws.Pick(OpenStages)), new("CloseDate", closes),
                new("Amount", 1_000 * draws.Next(5, 200)),
            ],
            cause);
        org.CreateRow("OpportunityContactRole", [new("OpportunityId", id), new("ContactId", contact), new("Role", draws.Pick(Roles)), new("IsPrimary", true)], cause);
        return id;
    }

    private string? Close(string? who, string stage, Draws draws) =>
        Move(who, isClosed: false, draws, stage == Won ? "opportunity won" : "opportunity lost", () => stage);

    private string? Move(string? who, bool isClosed, Draws draws, string cause, Func<string> stage)
    {
        if (who is null && !buyers.TryPick(draws, id => Latest(id, isClosed) is not null && !touches.Busy(Side.Marketo, id), out who))
        {
            return null;
        }

        if (Latest(who, isClosed) is not { } deal)
        {
            return null;
        }

        org.UpdateRow(deal, [new("StageName", stage())], cause);
        touches.Mark(Side.Salesforce, who);
        return who;
    }

    private string? Latest(string contact, bool? isClosed) =>
        Deals(contact).LastOrDefault(id => org.Find(id) is { Deleted: false } row && row.Get("IsClosed") is bool closed && closed == (isClosed ?? closed));

    private List<string> Deals(string contact)
    {
        if (!found)
        {
            found = true;
            foreach (var role in org.Rows("OpportunityContactRole"))
            {
                Deals(role.Text("ContactId")!).Add(role.Text("OpportunityId")!);
            }
        }

        if (!deals.TryGetValue(contact, out var list))
        {
            deals.Add(contact, list = []);
        }

        return list;
    }
}
