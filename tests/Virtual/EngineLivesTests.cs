namespace SfMarketo.Tests.Virtual;

/// <summary>Scenarios in which the engine dies, stops and comes back.</summary>
public sealed class EngineLivesTests
{
    private const string Story = """
        duration: 1h
        org: { people: 20, accounts: 4, marketoOnly: 10 }
        load:
          - { name: edits, does: salesforce lead edited, shape: [ inject: 60/h for 50m ] }
          - { name: mqls, does: marketo person becomes mql, shape: [ inject: 6/h for 50m ] }
        """;

    [Fact]
    public async Task A_kill_loses_and_doubles_nothing_and_the_next_life_goes_on()
    {
        var result = await Played.RunAsync(Story + """

            timeline:
              - { at: t+20m, do: engine killed, restart: 1m, id: first }
              - { after: first, wait: 10m, do: engine killed }
            reached: [ engine.kills: 2, engine.starts: 3, step.first: 1 ]
            """);

        result.ShouldPass();
        result.Warnings.Should().BeEmpty();
        result.Checks.Single(check => check.Id == "A18").Examined.Should().BeGreaterThanOrEqualTo(6, "each life signs in to both systems");
    }

    [Fact]
    public async Task A_power_cut_that_takes_the_last_commits_is_survived()
    {
        var result = await Played.RunAsync(Story + """

            timeline:
              - { at: t+10m, do: salesforce lead created, as: ada }
              - { at: t+1801s, do: engine killed, state: torn }
            reached: [ engine.kills: 1 ]
            expect: [ { who: ada, of: marketo person, with: { email: { not: null } } } ]
            """);

        result.ShouldPass();
    }

    [Fact]
    public async Task A_life_on_an_older_copy_of_the_state_reads_again_what_it_has_forgotten()
    {
        var result = await Played.RunAsync(Story + """

            timeline: [ { at: t+40m, do: engine killed, state: older, age: 10m } ]
            reached: [ engine.kills: 1, engine.starts: 2 ]
            """);

        result.ShouldPass();
        result.Warnings.Should().BeEmpty();
    }

    [Fact]
    public async Task An_orderly_stop_is_no_death_and_no_failure()
    {
        var result = await Played.RunAsync(Story + """

            timeline:
              - { at: t+20m, do: engine stopped, restart: 5m }
              - { at: t+22m, do: engine killed, id: nobody }
            reached: [ engine.kills: 0, engine.starts: 2 ]
            """);

        result.ShouldPass();
        result.Warnings.Should().Equal("scenarios/x.yaml:10: 'engine killed' was not done: no engine was up");
    }

    [Fact]
    public async Task A_kill_at_any_passage_of_a_run_is_survived()
    {
        const string Short = """
            duration: 5m
            org: { people: 6, accounts: 2, marketoOnly: 2 }
            timeline:
              - { at: t+1m, do: salesforce lead created }
              - { at: t+90s, do: marketo person becomes mql }
            """;
        var whole = await Played.RunAsync(Short);
        whole.ShouldPass();
        whole.Passages.Should().BeGreaterThan(500);

        for (var passage = 1L; passage <= whole.Passages; passage += whole.Passages / 24)
        {
            var killed = await Played.RunAsync(Short, killAt: passage);
            killed.ShouldPass($"killed at passage {passage}");
            killed.Figures.Met.Should().Contain(("engine.kills", 1L));
        }

        (await Played.RunAsync(Short, killAt: whole.Passages)).ShouldPass("killed at the last passage");
    }

    [Fact]
    public async Task A_step_that_waits_for_a_passage_kills_inside_it()
    {
        var result = await Played.RunAsync(Story + """

            timeline: [ { when: { passage: send.after, nth: 40 }, do: engine killed, id: there }, { when: { passage: send.after, nth: 1_000_000 }, do: engine killed, id: never } ]
            reached: [ engine.kills: 1, step.there: 1, step.never: 0 ]
            """);

        result.ShouldPass();
        result.Warnings.Should().Equal("scenarios/x.yaml:8: 'engine killed' never happened: what it waits for never was");
    }

    [Fact]
    public async Task A_wall_clock_that_jumps_moves_no_timer()
    {
        var result = await Played.RunAsync(Story + """

            timeline:
              - { at: t+10m, do: engine clock jumps, by: 2m }
              - { at: t+30m, do: engine clock jumps, by: -2m }
            """);

        result.ShouldPass();
    }

    [Fact]
    public async Task Tokens_and_sessions_that_end_are_asked_for_anew_and_no_more_often()
    {
        var result = await Played.RunAsync(Story + """

            timeline:
              - { at: t+10m, do: marketo tokens expire }
              - { at: t+20m, do: salesforce sessions end }
            reached: [ marketo.602: ">= 1", salesforce.INVALID_SESSION_ID: ">= 1" ]
            """);

        result.ShouldPass();
    }

    [Fact]
    public async Task An_engine_that_gives_up_by_itself_still_fails_the_run()
    {
        var result = await Played.RunAsync(Story + """

            faults: [ { id: refused, match: { system: marketo, from: t+10m }, effect: { code: "603" } } ]
            timeline: [ { at: t+5m, do: engine killed } ]
            """);

        result.Passed.Should().BeFalse();
        result.Failure.Should().StartWith("the engine stopped: ");
    }
}
