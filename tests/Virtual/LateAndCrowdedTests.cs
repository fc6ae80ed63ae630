namespace SfMarketo.Tests.Virtual;

/// <summary>What comes to light late, what crowds onto one parent, and what was deleted before it was converted (engine.md R4, R17, R25).</summary>
public sealed class LateAndCrowdedTests
{
    [Fact]
    public async Task An_activity_that_comes_to_light_nearly_an_overlap_late_is_read() => (await Played.RunAsync("""
        duration: 2h
        org: { people: 60, accounts: 4, marketoOnly: 0 }
        load: [ { name: forms, does: marketo form filled, shape: [ pause: 5m, inject: 1/min for 50m ] } ]
        faults: [ { id: late, match: { system: marketo, human: true }, effect: { lateVisibility: 28m } } ]
        expect: [ { count: salesforce Task, is: ">= 30" } ]
        reached: [ fault.late: ">= 30" ]
        """)).ShouldPass();

    [Fact]
    public async Task An_activity_that_comes_to_light_while_the_engine_is_down_is_read() => (await Played.RunAsync("""
        duration: 3h
        org: { people: 60, accounts: 4, marketoOnly: 0 }
        timeline:
          - { at: t+15m, do: marketo form filled, count: 20 }
          - { at: t+20m, do: marketo form filled, count: 1 }
          - { at: t+31m, do: engine killed, restart: 60m }
        faults: [ { id: late, match: { system: marketo, human: true, until: t+16m }, effect: { lateVisibility: 20m } } ]
        expect: [ { count: salesforce Task, is: ">= 15" } ]
        reached: [ fault.late: ">= 20", engine.kills: 1 ]
        """)).ShouldPass();

    [Fact]
    public async Task A_row_that_comes_to_light_late_amid_an_import_is_read() => (await Played.RunAsync("""
        duration: 1h
        org: { people: 60, accounts: 4, marketoOnly: 0 }
        load: [ { name: edits, does: salesforce lead edited, shape: [ pause: 5m, inject: 6/min for 25m ] } ]
        timeline:
          - { at: t+10m, do: salesforce lead created, count: 500 }
          - { at: t+20m, do: salesforce lead created, count: 500 }
        faults: [ { id: late, match: { system: salesforce, human: true, action: lead edited, until: t+31m }, effect: { lateVisibility: 9m } } ]
        reached: [ fault.late: ">= 50" ]
        invariants: { skip: [A11] } # it takes edits for seen as soon as they are made
        """)).ShouldPass();

    [Fact]
    public async Task Contacts_of_one_account_are_never_written_by_two_calls_at_once() => (await Played.RunAsync("""
        duration: 30m
        org: { people: 500, contacts: 100%, accounts: 5, marketoOnly: 0 }
        network: { salesforce: { service: { constant: 2s } } }
        timeline: [ { at: t+5m, do: salesforce contact edited }, { at: t+10m, do: marketo person scored, count: 1500 } ]
        """)).ShouldPass();

    [Fact]
    public async Task The_Contact_of_a_Lead_whose_person_was_deleted_gets_no_new_person() => (await Played.RunAsync("""
        duration: 1h
        org:
          people: 20
          accounts: 4
          marketoOnly: 0
          records: [ { object: salesforce Lead, as: ada, with: { LastName: Abelstand, Company: Abel, Email: ada@abel.example }, linked: true } ]
        timeline:
          - { at: t+10m, do: marketo person deleted, who: ada }
          - { at: t+25m, do: salesforce lead converted, who: ada }
          - { at: t+30m, do: salesforce lead edited, count: 5 }
        invariants: { skip: [Q1, Q2] }
        expect: [ { count: marketo person, where: { lastName: Abelstand }, is: "0", hold: always, from: t+11m } ]
        """)).ShouldPass();
}
