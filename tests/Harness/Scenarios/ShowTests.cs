using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Harness.Scenarios;

public sealed class ShowTests
{
    private const string Yaml = """
        version: 1
        name: x
        why: |
          To show it: all of it.
          In two lines.
        use: presets/a.yaml
        vars: { rate: 20, wanted: ">= 3" }
        matrix: { engine.dialect: [vendor, seed] }
        duration: 2d
        scale: 50%
        org: { people: 40 }
        load:
          - name: edits
            does: salesforce lead edited
            shape: [ "inject": "${rate}/min for 10m", pause: 1h, day_curve: 960/day for 24h ]
        timeline:
          - { at: t+1m, do: salesforce lead created, as: ada, with: { Phone: "0123", Title: "a: b", Email: null, LastName: "x # y" } }
        expect:
          - { count: salesforce Lead, where: { Title: { not: "a: b" } }, is: "${wanted}" }

        """;

    private static readonly ScenarioReader Reader = new(StandardVocabulary.Instance, _ => "org: { people: 10, accounts: 2 }\n\nseed: 8\n");

    [Fact]
    public void Each_line_names_the_file_and_line_it_comes_from()
    {
        var lines = Show().Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();

        lines.Should().Contain("people: 40 # scenarios/x.yaml:11").And.Contain("seed: 8 # scenarios/presets/a.yaml:3")
            .And.Contain("- \"inject\": \"20/min for 10m\" # scenarios/x.yaml:15").And.Contain("dialect: vendor # scenarios/x.yaml:8").And.Contain("accounts: 9 # --set:1");
    }

    [Fact]
    public void The_text_is_the_first_run_when_it_is_read_again()
    {
        var reading = Read();

        var again = Reader.Read("scenarios/x.yaml", Show().Replace("\nname: x", "\nname: x", StringComparison.Ordinal));

        again.Problems.Should().BeEmpty();
        var (first, same) = (reading.Scenario!, again.Scenario!);
        same.Why.Should().Be(first.Why);
        same.Org.Should().Be(first.Org);
        same.Engine.Should().Be(first.Engine);
        same.Load.Single().Shape.Should().Equal(first.Load.Single().Shape);
        same.Timeline.Single().With.Should().Equal(first.Timeline.Single().With);
        same.Expect.Should().HaveCount(1);
        (first.Name, same.Name).Should().Be(("x[dialect=vendor]", "x"));
    }

    [Fact]
    public void What_was_understood_stands_below_it_with_the_expected_number_of_events()
    {
        var text = Show();

        text[text.IndexOf("# Understood", StringComparison.Ordinal)..].Should().Be("""
            # Understood:
            #   time      2d from 2026-03-03 06:00:00 in America/Chicago
            #   seed      8
            #   scale     50% of the org's counts and the load's rates; the numbers below have it, the text above has not
            #   org       20 people, 5 accounts, 25 people only Marketo knows, 0 open opportunities
            #   runs      2; the text above and the words below are those of x[dialect=vendor]
            #             x[dialect=vendor]
            #             x[dialect=seed]
            #   load      edits: salesforce lead edited, 10 a minute for 10m, then nothing for 1h, then 480 a day by an office's hours for 1d; about 580 events
            #   timeline  1 step
            #   budget    about 290 events a day of load; Marketo allows 50,000 calls a day, 0 are spent when the run begins, so they would take 0.6% of what is left if each cost one call
            #             left out: polls and tokens (thousands of calls a day even without load), batches (up to 300 records share a call), repeats after errors, other clients, the timeline

            """.ReplaceLineEndings("\n"));
    }

    private static ScenarioReading Read() => Reader.Read("scenarios/x.yaml", Yaml, "org.accounts=9");

    private static string Show() => Reader.Show(Read(), "org.accounts=9");
}
