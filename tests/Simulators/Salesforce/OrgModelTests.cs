using CsCheck;
using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org.Conversion;

namespace SfMarketo.Tests.Simulators.Salesforce;

/// <summary>Linked rows after random work of people, against <see cref="OrgModel"/>.</summary>
public sealed class OrgModelTests
{
    private const string Cause = "test";

    private static readonly Gen<Step> Steps = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 20], Gen.Int[0, 20], Gen.Bool, (kind, first, second, flag) => new Step(kind, first, second, flag));

    [Fact]
    public void Rows_links_counts_and_indexes_are_what_the_model_says()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 11, 15, 30, 0, TimeSpan.Zero));
        var org = new SalesforceOrg(new SalesforceSimOptions(), clock, new Draws(7));
        Steps.Array[1, 60].Sample(steps =>
        {
            org.Reset();
            var model = new OrgModel();
            foreach (var step in steps)
            {
                clock.Advance(TimeSpan.FromMilliseconds(700));
                Apply(org, model, step);
            }

            Compare(org, model);
        }, iter: 400, threads: 1);
    }

    private static void Apply(SalesforceOrg org, OrgModel model, Step step)
    {
        switch (step.Kind)
        {
            case 0:
                model.Add(org.CreateRow("Account", [new("Name", "A")], Cause), "Account");
                break;
            case 1:
                var home = Live(model, "Account", step.First);
                model.Add(org.CreateRow("Contact", [new("LastName", "C"), new("AccountId", home)], Cause), "Contact", ("AccountId", home));
                break;
            case 2:
                model.Add(org.CreateRow("Lead", [new("LastName", "L"), new("Company", "B")], Cause), "Lead");
                break;
            case 3:
                model.Add(org.CreateRow("Campaign", [new("Name", "K")], Cause), "Campaign");
                break;
            case 4:
                var (account, campaign) = (Live(model, "Account", step.First), Live(model, "Campaign", step.Second));
                model.Add(
                    org.CreateRow("Opportunity", [new("Name", "D"), new("StageName", "Prospecting"), new("CloseDate", new DateOnly(2026, 4, 1)), new("AccountId", account), new("CampaignId", campaign)], Cause),
                    "Opportunity", ("AccountId", account), ("CampaignId", campaign));
                break;
            case 5 or 6:
                Join(org, model, step);
                break;
            case 7 when Pick(model.Rows, step.First) is { } row:
                Try(!row.Deleted, () => org.DeleteRow(row.Id, Cause), () => model.Delete(row));
                break;
            case 8 when Pick(model.Rows.FindAll(row => row.Deleted), step.First) is { } row:
                Try(true, () => org.UndeleteRow(row.Id, Cause), () => model.Undelete(row));
                break;
            case 9 or 10 when Pick(model.Of(step.Flag ? "Lead" : step.Second % 2 == 0 ? "Contact" : "Account"), step.First) is { } master && Pick(model.Of(master.Object), step.Second) is { } loser:
                var fits = master != loser && !master.Deleted && !loser.Deleted && !master.Converted && !loser.Converted;
                Try(fits, () => org.MergeRows(master.Object, master.Id, [loser.Id], null, Cause), () => model.Merge(master, loser));
                break;
            case 11 when Pick(model.Of("Lead"), step.First) is { } lead:
                Convert(org, model, lead, step);
                break;
        }
    }

    private static void Join(SalesforceOrg org, OrgModel model, Step step)
    {
        if (Pick(model.Of("Campaign"), step.First) is { } campaign && Pick(model.Of(step.Flag ? "Lead" : "Contact"), step.Second) is { } person)
        {
            Try(
                model.CanAddMember(campaign, person),
                () => org.CreateRow("CampaignMember", [new("CampaignId", campaign.Id), new(person.Object + "Id", person.Id)], Cause),
                () => model.Add(org.Rows("CampaignMember", includeDeleted: true)[^1].Id, "CampaignMember", ("CampaignId", campaign.Id), (person.Object + "Id", person.Id)));
        }
    }

    private static void Convert(SalesforceOrg org, OrgModel model, OrgModel.Row lead, Step step)
    {
        LeadConversionResult? result = null;
        var account = step.Flag ? Live(model, "Account", step.Second) : null;
        Try(
            !lead.Deleted && !lead.Converted,
            () => result = org.ConvertLead(lead.Id, new LeadConversion { AccountId = account, DoNotCreateOpportunity = step.Second % 2 == 0 }, Cause),
            () =>
            {
                if (account is null)
                {
                    model.Add(result!.AccountId, "Account");
                }

                model.Add(result!.ContactId, "Contact", ("AccountId", result.AccountId));
                if (result.OpportunityId is { } deal)
                {
                    model.Add(deal, "Opportunity", ("AccountId", result.AccountId), ("CampaignId", model.LastCampaign(lead)));
                }

                model.Convert(lead, result.ContactId);
            });
    }

    private static void Try(bool fits, Action act, Action then)
    {
        var acting = FluentActions.Invoking(act);
        if (fits)
        {
            acting.Should().NotThrow();
            then();
        }
        else
        {
            acting.Should().Throw<SalesforceRowException>();
        }
    }

    private static void Compare(SalesforceOrg org, OrgModel model)
    {
        foreach (var row in model.Rows)
        {
            var real = org.Find(row.Id)!;
            real.Deleted.Should().Be(row.Deleted, row.Id);
            foreach (var (lookup, target) in row.Lookups)
            {
                real.Text(lookup).Should().Be(target, $"{row.Id} {lookup}");
            }

            if (row.Object is "Lead" or "Contact" or "Account")
            {
                real.Text("MasterRecordId").Should().Be(row.Master);
            }

            if (row is { Object: "Campaign", Deleted: false })
            {
                (real.Get("NumberOfLeads"), real.Get("NumberOfConvertedLeads"), real.Get("NumberOfContacts"), real.Get("NumberOfOpportunities")).Should().Be(Boxed(model.Counts(row)));
            }
        }

        foreach (var name in (string[])["Account", "Contact", "Lead", "Campaign", "CampaignMember", "Opportunity"])
        {
            org.Count(name).Should().Be(model.Of(name).Count(row => !row.Deleted), name);
            var table = org.Store[name];
            foreach (var field in table.Type.Fields.Where(field => field.Indexed && field.IsId))
            {
                foreach (var group in table.Rows.Where(row => row.Text(field.Number) is not null).GroupBy(row => row.Text(field.Number)!))
                {
                    table.FindByIndex(field, group.Key).Select(row => row.Number).Should().BeEquivalentTo(group.Select(row => row.Number));
                }
            }
        }

        static (object?, object?, object?, object?) Boxed((int Leads, int Converted, int Contacts, int Opportunities) counts) => (counts.Leads, counts.Converted, counts.Contacts, counts.Opportunities);
    }

    private static string? Live(OrgModel model, string name, int pick) => Pick(model.Of(name).FindAll(row => !row.Deleted), pick)?.Id;

    private static OrgModel.Row? Pick(List<OrgModel.Row> rows, int pick) => rows.Count == 0 ? null : rows[pick % rows.Count];

    private sealed record Step(int Kind, int First, int Second, bool Flag);
}
