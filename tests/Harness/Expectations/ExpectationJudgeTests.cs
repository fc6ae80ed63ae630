using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Harness.Expectations;

public sealed class ExpectationJudgeTests
{
    private static readonly FakeRecords Both = new FakeRecords()
        .Add(ScenarioObject.Lead, "00Q1", ("IsConverted", true), ("ConvertedContactId", "0031"), ("Email", "ada@x.example"), ("Lead_Score__c", 75.0), ("MarketoPersonId__c", "1001"))
        .Add(ScenarioObject.Lead, "00Q2", ("IsConverted", false), ("Email", null), ("Lead_Score__c", null), ("MarketoPersonId__c", "1002"))
        .Add(ScenarioObject.Contact, "0031", ("Email", "ada@x.example"), ("MarketoPersonId__c", "1001"))
        .Add(ScenarioObject.Person, "1001", ("sfdcPersonId", "0031"), ("lifecycleStage", "SQL"), ("leadScore", 75))
        .Add(ScenarioObject.Person, "1002", ("sfdcPersonId", "00Q2"), ("lifecycleStage", "MQL"), ("leadScore", null))
        .Add(ScenarioObject.CampaignRequest, "1", ("personId", 1001), ("campaign", "Nurture Suppression"));

    [Theory]
    [InlineData("{ every: salesforce Lead, where: { IsConverted: true }, has: { exactly: 1, of: marketo person, with: { sfdcPersonId: $ConvertedContactId, lifecycleStage: SQL } } }", 1)]
    [InlineData("{ every: marketo person, has: { exactly: 1, of: salesforce Lead, with: { MarketoPersonId__c: $id, Lead_Score__c: $leadScore } } }", 2)]
    [InlineData("{ every: marketo person, where: { lifecycleStage: SQL }, has: { exactly: 1, of: marketo campaign request, with: { personId: $id, campaign: Nurture Suppression } } }", 1)]
    [InlineData("{ every: marketo person, where: { lifecycleStage: MQL }, has: { exactly: 0, of: marketo campaign request, with: { personId: $id } } }", 1)]
    [InlineData("{ every: salesforce Lead, where: { Email: { not: null } }, has: { with: { Lead_Score__c: { min: 70, max: 75 } } } }", 1)]
    [InlineData("{ count: salesforce Lead, where: { Lead_Score__c: 75 }, is: 1 }", 2)]
    [InlineData("{ count: salesforce Lead, where: { Lead_Score__c: null }, is: \">= 1\" }", 2)]
    [InlineData("{ who: ada, of: marketo person, with: { leadScore: 75 } }", 1)]
    [InlineData("{ who: ada, of: salesforce Contact, with: { Email: ada@x.example } }", 1)]
    [InlineData("{ who: ada, of: salesforce Lead, with: { IsConverted: true } }", 1)]
    [InlineData("{ who: bob, of: salesforce Lead, with: { Email: null } }", 1)]
    [InlineData("{ deadLetters: 2 }", 1)]
    public void What_is_true_passes(string expectation, long examined)
    {
        var result = Judge(expectation);

        result.Failures.Should().BeEmpty();
        result.Passed.Should().BeTrue();
        result.Examined.Should().Be(examined);
    }

    [Theory]
    [InlineData("{ every: salesforce Lead, has: { exactly: 1, of: marketo person, with: { sfdcPersonId: $ConvertedContactId } } }",
        "salesforce Lead 00Q2 has 0 marketo person with sfdcPersonId: null, not 1")]
    [InlineData("{ every: salesforce Lead, where: { Email: nobody }, has: { with: { Email: x } } }", "no salesforce Lead fits 'where', so this examined nothing")]
    [InlineData("{ every: salesforce Contact, has: { with: { Email: Ada@x.example } } }", "salesforce Contact 0031 has Email ada@x.example, not Ada@x.example")]
    [InlineData("{ count: salesforce Lead, is: \"> 2\" }", "it is 2")]
    [InlineData("{ who: ada, of: marketo person, with: { leadScore: { min: 80, max: 90 } } }", "marketo person 1001 has leadScore 75, not 80 to 90")]
    [InlineData("{ who: bob, of: salesforce Contact, with: { Email: x } }", "bob (marketo person 1002) is 0 records of salesforce Contact, not 1")]
    [InlineData("{ deadLetters: 0 }", "it is 2")]
    public void What_is_not_true_says_what_it_found(string expectation, string failure) => Judge(expectation).Failures.Should().Equal(failure);

    [Fact]
    public void The_sentence_of_an_expectation_reads_well() =>
        Judge("{ every: salesforce Lead, where: { IsConverted: true }, has: { exactly: 1, of: marketo person, with: { sfdcPersonId: $ConvertedContactId } } }")
            .Text.Should().Be("every salesforce Lead where IsConverted: true has exactly 1 marketo person with sfdcPersonId: $ConvertedContactId");

    private static ExpectationResult Judge(string expectation)
    {
        var yaml = $"""
            version: 1
            name: x
            duration: 1h
            timeline:
              - at: t+1m
                do: salesforce lead created
                as: ada
              - at: t+1m
                do: marketo person created
                as: bob
            expect:
              - {expectation}
            """;
        var reading = new ScenarioReader(StandardVocabulary.Instance).Read("x.yaml", yaml);
        reading.Problems.Should().BeEmpty();
        NamedRecord[] named = [new("ada", ScenarioObject.Lead, "00Q1"), new("bob", ScenarioObject.Person, "1002")];
        return new ExpectationJudge(Both, named, deadLetters: 2).Judge(reading.Scenario!.Expect).Should().ContainSingle().Subject;
    }
}
