using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Harness.Scenarios;

/// <summary>Used files, variables, the matrix, the scale, and what the command line sets.</summary>
public sealed class ComposingTests
{
    private const string Start = "version: 1\nname: x\nduration: 2h\ntimeline: [ { at: t+1m, do: salesforce lead created } ]\n";

    private readonly Dictionary<string, string> files = [];

    [Fact]
    public void A_used_file_lies_under_the_file_that_uses_it_and_a_later_one_over_an_earlier()
    {
        files["scenarios/presets/small.yaml"] = "org: { people: 10, accounts: 2, nurtured: 5% }\ntags: [a, b]\nseed: 4\n";
        files["scenarios/presets/busy.yaml"] = "use: [../more/base.yaml]\norg: { people: 20, opportunities: 7 }\n";
        files["scenarios/more/base.yaml"] = "org: { opportunities: 3, marketoOnly: 9 }\n";

        var scenario = Read("use: [presets/small.yaml, presets/busy.yaml]\norg: { accounts: 5 }\ntags: [c]\n");

        scenario.Org.Should().Be(new OrgShape { People = 20, Accounts = 5, Nurtured = 0.05, Opportunities = 7, MarketoOnly = 9 });
        scenario.Tags.Should().Equal("c");
        scenario.Seed.Should().Be(4);
    }

    [Fact]
    public void A_list_of_a_used_file_keeps_the_file_in_which_its_lines_are_counted()
    {
        files["scenarios/presets/load.yaml"] = "load:\n  - { name: a, does: salesforce lead edited, shape: [ pause: 1h ] }\n";

        var scenario = Read("use: presets/load.yaml\n");

        scenario.Load.Single().Line.Should().Be(2);
        scenario.FileOf("load").Should().Be("scenarios/presets/load.yaml");
        scenario.FileOf("timeline").Should().Be("scenarios/x.yaml");
    }

    [Fact]
    public void A_variable_that_is_the_whole_value_keeps_its_type_and_inside_text_it_is_text()
    {
        var scenario = Read("""
            vars: { rate: 30, flag: true, number: 7, quoted: "8", who: ada }
            engine: { exclusive: "${flag}" }
            load: [ { name: "edits at ${rate}", does: salesforce lead edited, shape: [ "inject": "${rate}/min for 10m" ] } ]
            timeline:
              - { at: t+1m, do: salesforce account created, as: ada }
              - { at: t+2m, do: salesforce contact created, with: { Title: "${number}", Phone: "${quoted}", FirstName: "${number}${number}", AccountId: "$${who}" } }
            """, "version: 1\nname: x\nduration: 2h\n");

        scenario.Engine.Exclusive.Should().BeTrue();
        scenario.Load.Single().Name.Should().Be("edits at 30");
        scenario.Load.Single().Shape.Single().Should().Be(new LoadSegment.Inject(0.5, TimeSpan.FromMinutes(10)));
        scenario.Timeline[1].With.Select(pair => pair.Value).Should().Equal(7L, "8", "77", "$ada");
    }

    [Fact]
    public void A_matrix_is_a_run_for_each_combination_and_the_last_key_changes_fastest()
    {
        var reading = Reading("""
            matrix: { perCall: [50, 300], engine.dialect: [vendor, seed] }
            engine: { recordsPerCall: "${perCall}" }
            """);

        reading.Problems.Should().BeEmpty();
        reading.Runs.Select(run => run.Name).Should().Equal("x[perCall=50,dialect=vendor]", "x[perCall=50,dialect=seed]", "x[perCall=300,dialect=vendor]", "x[perCall=300,dialect=seed]");
        reading.Runs.Select(run => (run.Engine.RecordsPerCall, run.Engine.SeedDialect)).Should().Equal((50, false), (50, true), (300, false), (300, true));
        reading.Runs.Select(run => run.Story).Distinct().Should().Equal("x");
    }

    [Fact]
    public void The_command_line_sets_variables_then_keys_and_pins_a_key_of_the_matrix()
    {
        var reading = Reading(
            "vars: { rate: 5 }\nmatrix: { seed: [1, 2], rate: [6, 7] }\norg: { people: \"${rate}\" }\n",
            "rate=9", "engine.exclusive=true", "engine.poll={marketo: 40s}", "timeline.0.at=t+5m", "tags=[a, b]");

        reading.Problems.Should().BeEmpty();
        reading.Runs.Select(run => run.Name).Should().Equal("x[seed=1]", "x[seed=2]");
        var scenario = reading.Scenario!;
        scenario.Org.People.Should().Be(9);
        scenario.Engine.Should().Be(new EngineOptions { Exclusive = true, MarketoPoll = TimeSpan.FromSeconds(40) });
        scenario.Timeline.Single().At.Should().Be(TimeSpan.FromMinutes(5));
        scenario.Tags.Should().Equal("a", "b");
    }

    [Fact]
    public void A_scale_multiplies_counts_and_rates_and_lets_nothing_vanish()
    {
        var scenario = Read("""
            scale: 5%
            org: { people: 1_000, accounts: 3, marketoOnly: 0, opportunities: 50, linked: 50% }
            load: [ { name: a, does: salesforce lead edited, shape: [ inject: 20/min for 10m, pause: 5m, ramping_inject: 20/min to 60/min over 5m, inject_random: 20..40/min for 5m, day_curve: 100/day ] } ]
            """);

        scenario.Scale.Should().Be(0.05);
        scenario.Org.Should().Be(new OrgShape { People = 50, Accounts = 1, MarketoOnly = 0, Opportunities = 3, Linked = 0.5 });
        scenario.Load.Single().Shape.Should().Equal(
            new LoadSegment.Inject(20 / 60.0 * 0.05, TimeSpan.FromMinutes(10)),
            new LoadSegment.Pause(TimeSpan.FromMinutes(5)),
            new LoadSegment.RampingInject(20 / 60.0 * 0.05, 60 / 60.0 * 0.05, TimeSpan.FromMinutes(5)),
            new LoadSegment.InjectRandom(20 / 60.0 * 0.05, 40 / 60.0 * 0.05, TimeSpan.FromMinutes(5)),
            new LoadSegment.DayCurve(5, TimeSpan.FromMinutes(95)));
    }

    private Scenario Read(string yaml, string start = Start)
    {
        var reading = Reader().Read("scenarios/x.yaml", start + yaml);
        reading.Problems.Should().BeEmpty();
        return reading.Scenario!;
    }

    private ScenarioReading Reading(string yaml, params string[] set) => Reader().Read("scenarios/x.yaml", Start + yaml, set);

    private ScenarioReader Reader() => new(StandardVocabulary.Instance, path => files.TryGetValue(path, out var text) ? text : throw new FileNotFoundException(path));
}
