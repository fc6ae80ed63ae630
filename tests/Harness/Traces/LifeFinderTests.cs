namespace SfMarketo.Tests.Harness.Traces;

public sealed class LifeFinderTests : IDisposable
{
    private const string Lead = "00Q5g0000004DS4EAM";
    private const string Other = "00Q5g0000004DRwEAM";

    private readonly HandMadeRecords run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void Merged_people_and_merged_rows_are_one_life()
    {
        run.Human(10, "Lead", Lead, "create", "lead created", ("LastName", null, "A"));
        run.Write(20, "Person", "1051", "create", ("sfdcPersonId", null, Lead));
        run.Human(30, "Person", "1060", "merge", "merge", ("mergedInto", null, 1051));
        run.Human(40, "Lead", Other, "merge", "merge", ("IsDeleted", false, true), ("MasterRecordId", null, Lead));

        var life = run.Trace("1060").Lives.Should().ContainSingle().Subject;

        life.Members.Select(member => $"{member.Key}: {member.How}{(member.IsSeeded ? ", seeded" : "")}").Should().BeEquivalentTo(
            "Person 1060: asked for, seeded", "Person 1051: merged", $"Lead {Lead}: named by sfdcPersonId", $"Lead {Other}: merged, seeded");
        life.Notes.Should().ContainSingle().Which.Should().StartWith("Seeding is not recorded:");
    }

    [Fact]
    public void An_address_that_several_share_gives_each_of_their_lives()
    {
        run.Human(10, "Lead", Lead, "create", "lead created", ("Email", null, "info@example.com"));
        run.Write(20, "Person", "1051", "create", ("sfdcPersonId", null, Lead), ("email", null, "info@example.com"));
        run.Human(30, "Lead", Other, "create", "lead created", ("Email", null, "INFO@example.com"));

        var lives = run.Trace("info@example.com").Lives;

        lives.Select(life => string.Join(", ", life.Members.Select(member => member.Key))).Should().Equal($"Person 1051, Lead {Lead}", $"Lead {Other}");
        lives[1].Notes.Should().Contain($"Person 1051 has the same e-mail and belongs to Lead {Lead}.");
    }

    [Fact]
    public void Records_that_were_linked_before_the_run_are_found_by_the_same_change_on_both_sides()
    {
        run.Human(10, "Lead", Lead, "update", "lead edited", ("MobilePhone", "+1 1", "+1 2"));
        run.Write(20, "Person", "1051", "update", ("mobilePhone", "+1 1", "+1 2"));
        run.Write(25, "Person", "1052", "update", ("mobilePhone", "+1 7", "+1 2"));

        var life = run.Trace(Lead).Lives.Should().ContainSingle().Subject;

        life.Members.Select(member => member.How).Should().Equal("asked for", "same change of the mobile phone; linked before the run, no record says so");
        life.Events.Should().ContainSingle(one => one.Gap != null && one.Gap.Took == 10_000_000);
    }

    [Fact]
    public void Two_that_may_be_the_other_half_are_named_and_neither_is_taken()
    {
        run.Human(10, "Lead", Lead, "update", "lead edited", ("Email", "a@example.com", "b@example.com"));
        run.Write(20, "Person", "1051", "update", ("email", "a@example.com", "b@example.com"));
        run.Human(30, "Person", "1052", "create", "person created", ("email", null, "B@example.com"));

        var life = run.Trace(Lead).Lives.Should().ContainSingle().Subject;

        life.Members.Should().ContainSingle();
        life.Notes.Should().Contain("Several marketo records may be its other half, and no record says which: Person 1051, Person 1052.");
        life.Notes.Should().Contain(note => note.StartsWith("No marketo record is known to belong to it"));
    }

    [Fact]
    public void One_of_whom_nothing_but_reads_is_known_has_a_life_of_reads()
    {
        run.Read(10, "Lead", Lead, 4);

        var life = run.Trace(Lead).Lives.Should().ContainSingle().Subject;

        life.Events.Should().ContainSingle().Which.What.Should().Be($"Lead {Lead} read in version 4, as it was at the start");
        life.Members.Should().OnlyContain(member => member.IsSeeded);
    }

    [Fact]
    public void Numbers_that_hold_the_person_s_number_are_somebody_else()
    {
        run.Human(10, "Person", "1051", "create", "person created", ("email", null, "a@example.com"));
        run.Human(10, "Person", "10510", "create", "person created", ("email", null, "b@example.com"));
        run.Human(20, "ListMember", "1051/7", "create", "list", ("personId", null, 7));
        run.Human(20, "Company", "1051", "create", "company", ("company", null, "Acme"));

        run.Trace("1051").Lives[0].Events.Select(one => one.What).Should().Equal("Person 1051 create");
    }

    [Theory]
    [InlineData("adda@example.com", "ada@example.com")]
    [InlineData("1052", "1051")]
    [InlineData("00Q5g0000004DS5EAM", Lead)]
    public void What_the_records_do_not_know_brings_what_is_most_like_it(string key, string nearest)
    {
        run.Human(10, "Lead", Lead, "create", "lead created", ("Email", null, "ada@example.com"));
        run.Human(10, "Person", "1051", "create", "person created", ("email", null, "someone.else@example.org"));

        var result = run.Trace(key);

        result.Lives.Should().BeEmpty();
        result.Nearest.Should().Equal(nearest);
    }
}
