using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Hosting;

namespace SfMarketo.Tests.Simulators.Salesforce;

public sealed class OrgForkTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_fork_has_the_rows_and_neither_sees_the_others_writes()
    {
        var org = NewOrg();
        var id = AddLead(org, "A");

        var fork = org.Fork(Clock);
        org.UpdateRow(id, [new("LastName", "B")], "test");
        fork.UpdateRow(id, [new("LastName", "C")], "test");
        AddLead(fork, "D");

        org.Find(id)!.Text("LastName").Should().Be("B");
        fork.Find(id)!.Text("LastName").Should().Be("C");
        (org.Count("Lead"), fork.Count("Lead")).Should().Be((1, 2));
    }

    [Fact]
    public void Versions_go_on_growing_in_a_fork()
    {
        var org = NewOrg();
        var id = AddLead(org, "A");
        AddLead(org, "B");

        var fork = org.Fork(Clock);
        fork.UpdateRow(id, [new("LastName", "C")], "test");

        fork.Find(id)!.Version.Should().Be(3);
    }

    [Fact]
    public void Reset_brings_the_rows_of_the_start_back()
    {
        var org = NewOrg();
        var id = AddLead(org, "A");
        var fork = org.Fork(Clock);
        fork.UpdateRow(id, [new("LastName", "B")], "test");
        AddLead(fork, "C");
        fork.SpendRequests(5);

        fork.Reset();

        fork.Find(id)!.Text("LastName").Should().Be("A");
        (fork.Count("Lead"), fork.RequestsUsed).Should().Be((1, 0));
        org.Reset();
        org.Count("Lead").Should().Be(0);
    }

    [Fact]
    public void One_seed_gives_the_same_ids_and_commits()
    {
        var (first, second) = (Run(), Run());

        second.Select(commit => (commit.Id, commit.Op, commit.Seq, commit.Fields.Count)).Should().Equal(first.Select(commit => (commit.Id, commit.Op, commit.Seq, commit.Fields.Count)));

        static List<Kernel.Recording.CommitEntry> Run()
        {
            var org = NewOrg();
            var records = new RecordList();
            org.Recorder.Add(records);
            org.ConvertLead(AddLead(org, "A"), new SalesforceSim.Org.Conversion.LeadConversion(), "test");
            return records.Commits;
        }
    }

    private static SalesforceOrg NewOrg() => new(new SalesforceSimOptions(), Clock, new Draws(7));

    private static string AddLead(SalesforceOrg org, string name) => org.CreateRow("Lead", [new("LastName", name), new("Company", "Acme")], "test");
}
