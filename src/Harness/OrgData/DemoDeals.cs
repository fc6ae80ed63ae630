using System.Globalization;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim;

namespace SfMarketo.Harness.OrgData;

/// <summary>A month of sales: opportunities with a role each, of which some are won and some lost, and calls with leads and contacts.</summary>
internal sealed class DemoDeals(SeededOrg org, SalesforceOrg salesforce, Draws draws, IReadOnlyList<string> owners, DateTimeOffset start)
{
    private const string Cause = OrgSeeder.Cause;

    private static readonly string[] OpenStages = ["Prospecting", "Qualification", "Needs Analysis", "Value Proposition", "Proposal/Price Quote", "Negotiation/Review"];
    private static readonly string[] Roles = ["Decision Maker", "Economic Buyer", "Evaluator", "Technical Buyer"];
    private static readonly string[] Subjects = ["Call", "Send Letter", "Send Quote", "Other"];

    public void Plan(PastEvents past, int opportunities, int tasks)
    {
        var contacts = org.People.Where(person => person.AccountId is not null).ToList();
        for (var number = 1; contacts.Count > 0 && number <= opportunities; number++)
        {
            PlanDeal(past, draws.Pick(contacts), number);
        }

        for (var number = 0; org.People.Count > 0 && number < tasks; number++)
        {
            var person = org.People[draws.Next(org.People.Count)];
            var (subject, owner, after, isDone) = (draws.Pick(Subjects), draws.Pick(owners), Within(0, 30), draws.Chance(0.7));
            past.Add(after, () => salesforce.CreateRow(
                "Task",
                [
                    new("Subject", subject), new("WhoId", person.RowId), new("OwnerId", owner), new("Priority", "Normal"),
                    new("Status", isDone ? "Completed" : "Not Started"), new("ActivityDate", DateOnly.FromDateTime((start + after).UtcDateTime)),
                ],
                Cause));
        }
    }

    private void PlanDeal(PastEvents past, SeededPerson contact, int number)
    {
        var owner = draws.Pick(owners);
        var amount = 1_000 * draws.Next(5, 200);
        var role = draws.Pick(Roles);
        var end = draws.NextDouble() switch { < 0.25 => "Closed Won", < 0.45 => "Closed Lost", _ => draws.Pick(OpenStages) };
        var name = org.Accounts.First(account => account.Id == contact.AccountId).Name;
        var opened = Within(0, 20);
        var closes = DateOnly.FromDateTime((start + opened).UtcDateTime).AddDays(draws.Next(10, 60));
        var id = "";
        past.Add(opened, () =>
        {
            id = salesforce.CreateRow(
                "Opportunity",
                [
                    new("Name", string.Create(CultureInfo.InvariantCulture, $"{name} - deal {number}")), new("AccountId", contact.AccountId), new("OwnerId", owner),
                    new("StageName", "Prospecting"), new("CloseDate", closes), new("Amount", amount), new("LeadSource", "Web"),
                ],
                Cause);
            salesforce.CreateRow("OpportunityContactRole", [new("OpportunityId", id), new("ContactId", contact.RowId), new("Role", role), new("IsPrimary", true)], Cause);
        });
        if (end != "Prospecting")
        {
            past.Add(opened + Within(1, 10), () => salesforce.UpdateRow(id, [new("StageName", end)], Cause));
        }
    }

    private TimeSpan Within(int firstDay, int lastDay) => TimeSpan.FromSeconds(draws.Next(firstDay * 86_400, lastDay * 86_400));
}
