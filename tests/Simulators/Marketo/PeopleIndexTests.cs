using CsCheck;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>People are found by a field's value as in a plain list of them, whatever is written on either side of a fork.</summary>
public sealed class PeopleIndexTests
{
    private const int Values = 40;

    private enum Step
    {
        Add,
        Change,
        End,
        Fork,
    }

    [Fact]
    public void Look_ups_agree_with_a_scan_of_the_people_on_all_sides_of_forks()
    {
        var step = Gen.Select(Gen.Enum<Step>(), Gen.Int[0, 3], Gen.Int[0, 200], Gen.Int[0, Values]);
        step.Array[0, 120].Sample(steps =>
        {
            List<PeopleTable> family = [Filled(0)];
            foreach (var (kind, side, at, value) in steps)
            {
                var people = family[side % family.Count];
                var row = people.Count == 0 ? null : people.At(at % people.Count);
                switch (kind)
                {
                    case Step.Change when row is { IsLive: true }:
                        people.Replace(row, Person(people, row.Id, value));
                        break;
                    case Step.End when row is { IsLive: true }:
                        people.Replace(row, new PersonRow(row.Id, row.Values) { IsLive = false });
                        break;
                    case Step.Fork:
                        family.Add(people.Fork());
                        break;
                    default:
                        people.Add(Person(people, people.NextId, value));
                        break;
                }
            }

            family.ForEach(Check);
        });
    }

    [Fact]
    public void It_grows_and_shrinks_and_loses_nobody()
    {
        var people = Filled(20_000);
        for (var place = 0; place < people.Count; place += 3)
        {
            var row = people.At(place);
            people.Replace(row, new PersonRow(row.Id, row.Values) { IsLive = false });
        }

        for (var place = 0; place < people.Count; place++)
        {
            var row = people.At(place);
            people.Find(people.Schema.Email, Email(1_000 + place).ToUpperInvariant()).ToArray().Should().Equal(row.IsLive ? [row.Id] : []);
        }
    }

    /// <summary>The index is there from the start, so that it is written to all the time.</summary>
    private static PeopleTable Filled(int count)
    {
        var people = new PeopleTable(new PersonSchema([]), emailIgnoreCase: true);
        people.Find(people.Schema.Email, Email(0));
        for (var number = 0; number < count; number++)
        {
            people.Add(Person(people, people.NextId, 1_000 + number));
        }

        return people;
    }

    private static void Check(PeopleTable people)
    {
        for (var value = 0; value <= Values; value++)
        {
            var expected = Enumerable.Range(0, people.Count).Select(people.At).Where(row => row.IsLive && Equals(row.Values[people.Schema.Email.Number], Email(value))).Select(row => row.Id);
            people.Find(people.Schema.Email, Email(value)).ToArray().Should().BeEquivalentTo(expected);
        }
    }

    private static PersonRow Person(PeopleTable people, int id, int value)
    {
        var draft = new PersonDraft(people.Schema) { [people.Schema.Email.Number] = value == 0 ? null : Email(value) };
        return new PersonRow(id, draft.End());
    }

    private static string Email(int value) => $"p{value}@example.com";
}
