namespace SfMarketo.Harness.Scenarios;

/// <summary>The first text of a new scenario: a small story that passes as it stands, with what each part is for.</summary>
public static class StarterScenario
{
    /// <param name="name">Kebab-case; also the file's name.</param>
    /// <param name="schema">The path of scenario.schema.json, as seen from the file.</param>
    public static string Text(string name, string schema) => $$"""
        # yaml-language-server: $schema={{schema}}
        # Ada is entered as a lead, edited, and converted to a contact, while the team does its usual work.
        # It matters because: write here what goes wrong, and for whom, when an engine gets this wrong.
        version: 1
        name: {{name}}
        why: |
          A converted Lead becomes an SQL in Marketo with the ids of its Contact, once, and no edit is lost.
        tags: [story]

        # Virtual time: two hours take a moment. Wall times such as "10:10" are those of the zone.
        clock: { start: "2026-03-03T09:00:00", zone: America/Chicago }
        duration: 2h
        seed: 1

        # What both systems hold when the run begins; data is made up from the seed.
        org: { people: 60, accounts: 10, marketoOnly: 10 }

        # Values with a name: ${edits} below. Another one for a run: --set edits=60/h
        vars: { edits: 30/h }

        # What people do all the time, at random moments. Units are always written. All events: see the schema, or misspell one.
        load:
          - name: sales edits leads
            does: salesforce lead edited
            shape:
              - pause: 10m
              - inject: ${edits} for 60m
          - name: scoring
            does: marketo person scored
            shape:
              - inject: 20/h for 90m

        # What happens at one moment. 'as' gives a record a name, 'who' uses it.
        timeline:
          - at: t+5m
            do: salesforce lead created
            as: ada
            with: { FirstName: Ada, LastName: Lovelace, Company: Analytical Engines, Email: ada@example.com }
          - { at: t+30m, do: salesforce lead edited, who: ada, with: { MobilePhone: "+1 312 555 0101" } }
          - { at: "10:10", do: salesforce lead converted, who: ada }

        # What must be true at the end, read from both systems. $Id is the value of the row on the left.
        expect:
          - who: ada
            of: marketo person
            with: { lifecycleStage: SQL }
          - every: salesforce Lead
            where: { IsConverted: false }
            has: { exactly: 1, of: marketo person, with: { sfdcPersonId: $Id, email: $Email } }
          - deadLetters: 0

        # How long a change may take to arrive on the other side.
        thresholds:
          - lag.field-sync: "p(95) <= 5m"

        # What the run must really have met: a run that avoids what it is about is not green.
        reached:
          - promotions: 1
          - fieldChanges: ">= 10"

        """;
}
