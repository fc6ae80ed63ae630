using SfMarketo.Harness.OrgData;

namespace SfMarketo.Tests.Virtual;

/// <content>Opportunities and what they move.</content>
internal sealed partial class Stage
{
    public string CreateDeal(string stageName, params string[] contacts)
    {
        var deal = World.Salesforce.CreateRow("Opportunity", [new("Name", "Deal"), new("StageName", stageName), new("CloseDate", "2026-06-30"), new("Amount", 1000)], "deal created");
        foreach (var contact in contacts)
        {
            AddRole(deal, contact);
        }

        return deal;
    }

    public string AddRole(string deal, string contact) =>
        World.Salesforce.CreateRow("OpportunityContactRole", [new("OpportunityId", deal), new("ContactId", contact)], "role added");

    /// <summary>The person's status in a program, or null.</summary>
    public string? StatusIn(string program, int person) =>
        World.Marketo.ProgramMembers(ProgramId(program)).Where(member => member.PersonId == person).Select(member => member.Status).SingleOrDefault();

    public bool IsSuppressed(int person) => World.Marketo.IsInList(3001, person);

    public static int ProgramId(string name) => StandardAssets.Programs.Single(program => program.Name == name).Id;
}
