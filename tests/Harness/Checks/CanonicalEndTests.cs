using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

public sealed class CanonicalEndTests
{
    [Fact]
    public void Ends_that_differ_in_ids_owners_and_order_are_the_same()
    {
        var one = CanonicalEnd.Of(State("7", "00Q1", "005a"));
        var other = CanonicalEnd.Of(State("8", "00Q2", "005b"));

        CanonicalEnd.Differences(one, other).Should().BeEmpty();
        one.Should().HaveCount(3).And.BeInAscendingOrder(StringComparer.Ordinal);
        one[1].Should().StartWith("Person ann@x.example: ").And.Contain("row='Lead ann@x.example'").And.Contain("list='Suppressed'").And.Contain("leadScore='5'");
        one[2].Should().Be("Task Lead ann@x.example: Subject='Clicked e-mail'");
    }

    [Fact]
    public void A_value_a_link_a_membership_and_a_Task_too_many_are_differences()
    {
        var first = State("7", "00Q1", "005a");
        Differences(first with { People = [Person("7", "00Q1", score: 6)] }).Should().Be(2);
        Differences(first with { People = [Person("7", "", score: 5)] }).Should().Be(2);
        Differences(first with { Lists = [] }).Should().Be(2);
        Differences(first with { Tasks = [.. first.Tasks, .. first.Tasks] }).Should().Be(1);
        Differences(first with { Leads = [] }).Should().BeGreaterThan(0);

        int Differences(SystemsState other) => CanonicalEnd.Differences(CanonicalEnd.Of(first), CanonicalEnd.Of(other)).Count;
    }

    private static SystemsState State(string person, string lead, string owner) => new(
        0,
        [Person(person, lead, score: 5)],
        [HandMadeRun.Record(lead, ("Email", "Ann@x.example"), ("LastName", "Ann"), ("OwnerId", owner), ("MarketoPersonId__c", person), ("Lead_Score__c", 5.0))],
        [])
    {
        Lists = [new StateGroup("1", "Suppressed", new Dictionary<string, string?> { [person] = null })],
        Tasks = [HandMadeRun.Record("00T" + lead, ("WhoId", lead), ("Subject", "Clicked e-mail"))],
    };

    private static StateRecord Person(string id, string lead, int score) => HandMadeRun.Record(id, ("email", "ann@x.example"), ("sfdcPersonId", lead), ("leadScore", score));
}
