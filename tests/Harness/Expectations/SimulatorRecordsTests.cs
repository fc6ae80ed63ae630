using SfMarketo.Harness.OrgData;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Tests.Harness.OrgData;

namespace SfMarketo.Tests.Harness.Expectations;

public sealed class SimulatorRecordsTests
{
    private readonly TestSystems systems = TestSystems.Of("{ people: 2, accounts: 0, marketoOnly: 1 }");

    [Fact]
    public void Companies_members_of_lists_and_members_of_programs_are_records()
    {
        var person = systems.Marketo.People.First().Id;
        var list = StandardAssets.Lists.Single(one => one.Name == StandardAssets.AcquisitionSuppression).Id;
        systems.Marketo.CreateCompany("001000000000001AAA", [new("company", "Engines")], "test");
        systems.Marketo.AddToList(list, person);
        systems.Marketo.SetProgramStatus(1005, person, "Enrolled", "test");

        var company = systems.Records.Rows(ScenarioObject.Company).Should().ContainSingle().Subject;
        company.Get("externalCompanyId").Should().Be("001000000000001AAA");
        company.Get("company").Should().Be("Engines");
        var listed = systems.Records.Rows(ScenarioObject.ListMember).Should().ContainSingle().Subject;
        (listed.Get("list"), listed.Get("personId")).Should().Be((StandardAssets.AcquisitionSuppression, person));
        var member = systems.Records.Rows(ScenarioObject.ProgramMember).Should().ContainSingle().Subject;
        (member.Get("program"), member.Get("personId"), member.Get("status")).Should().Be(("Post-Sale Track", person, "Enrolled"));
        member.Invoking(one => one.Get("nothing")).Should().Throw<ArgumentException>().WithMessage("A member has no field nothing.*");
    }

    [Fact]
    public void Each_record_is_found_by_the_name_that_its_commits_give_it()
    {
        var person = systems.Marketo.People.First().Id;
        systems.Marketo.CreateCompany("001000000000001AAA", [new("company", "Engines")], "test");
        systems.Marketo.AddToList(StandardAssets.Lists[0].Id, person);
        systems.Marketo.SetProgramStatus(1005, person, "Enrolled", "test");

        foreach (var of in (ScenarioObject[])[ScenarioObject.Lead, ScenarioObject.Person, ScenarioObject.Company, ScenarioObject.ListMember, ScenarioObject.ProgramMember])
        {
            var row = systems.Records.Rows(of)[0];
            systems.Records.Find(of, row.Key)!.Id.Should().Be(row.Id, of.Words);
        }

        systems.Records.Rows(ScenarioObject.ProgramMember)[0].Key.Should().Be($"1005/{person}");
        systems.Records.Find(ScenarioObject.ListMember, $"{StandardAssets.Lists[0].Id}/{person + 1}").Should().BeNull();
        systems.Records.Find(ScenarioObject.CampaignRequest, "1").Should().BeNull();
        systems.Records.Find(ScenarioObject.Contact, systems.Records.Rows(ScenarioObject.Lead)[0].Id).Should().BeNull("it is a Lead");
    }
}
