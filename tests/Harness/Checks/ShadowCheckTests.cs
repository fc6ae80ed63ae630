using System.Buffers.Binary;
using System.Text;
using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

/// <summary>Q12 with shadows made by hand.</summary>
public sealed class ShadowCheckTests
{
    private const string TheLead = "00Q5g0000000001EAA";
    private const string TheContact = "0035g0000000001AAA";

    [Fact]
    public void The_hash_is_that_of_the_papers_vector()
    {
        var key = Enumerable.Range(0, 16).Select(number => (byte)number).ToArray();
        var hash = new KeyedHash(BinaryPrimitives.ReadInt64LittleEndian(key), BinaryPrimitives.ReadInt64LittleEndian(key.AsSpan(8)));

        hash.Of(Enumerable.Range(0, 15).Select(number => (byte)number).ToArray()).Should().Be(0xa129ca6149be45e5);
    }

    [Fact]
    public void Q12_allows_what_means_the_same_and_what_is_not_known()
    {
        Judge(Run("ada@x.example", " Ada ", "12.50", false), Shadow("ada@x.example", "Ada", "", null, "Open", "", null, "12.5", "false")).Should().Match<CheckResult>(result => result.Passed && result.Examined == 14);
        Judge(Run("ada@x.example", "Ada", "1", false), Shadow(null, null, null, null, null, null, null, null, null)).Should().Match<CheckResult>(result => !result.Passed && result.Examined == 0);
    }

    [Theory]
    [InlineData(0, "Email", "email")]
    [InlineData(4, "Status", "leadStatus")]
    [InlineData(7, "Lead_Score__c", "leadScore")]
    [InlineData(8, "HasOptedOutOfEmail", "unsubscribed")]
    public void Q12_finds_a_value_that_neither_system_holds(int place, string salesforce, string marketo)
    {
        string?[] known = ["ada@x.example", "Ada", "", null, "Open", "", null, "12.5", "false"];
        known[place] = "other";

        Judge(Run("ADA@x.example", "Ada", "12.5", false), Shadow(known)).Violations.Select(violation => violation.What)
            .Should().Equal($"The engine knows another {salesforce} than there is", $"The engine knows another {marketo} than there is");
    }

    [Fact]
    public void Q12_asks_nothing_of_a_pair_with_a_write_that_was_given_up_or_of_a_record_that_is_gone()
    {
        var wrong = Shadow("other", null, null, null, null, null, null, null, null);
        var good = Shadow("ada@x.example", null, null, null, null, null, null, null, null);

        Judge(Run("ada@x.example", "Ada", "1", false), wrong).Passed.Should().BeFalse();
        Judge(Run("ada@x.example", "Ada", "1", false), [new EngineDeadLetter(3, "mk:1", "1003", 0)], wrong).Violations.Should().BeEmpty();
        Judge(Run("ada@x.example", "Ada", "1", false), [new EngineDeadLetter(3, "mk:2", "1003", 0)], wrong).Violations.Should().NotBeEmpty();
        Judge(Run("ada@x.example", "Ada", "1", false), good, wrong with { Person = "9" }).Passed.Should().BeTrue();
    }

    [Fact]
    public void Q12_knows_which_fields_a_Contact_has()
    {
        // Company and Status are a Lead's: whatever the shadow holds of them concerns no Contact.
        var run = new HandMadeRun().EndsWithPerson("1", ("sfdcPersonId", TheContact), ("sfdcAccountKey", "0015g0000000001AAA")).EndsWithContact(TheContact, ("MarketoPersonId__c", "1"), ("AccountId", "0015g0000000001AAA"));
        string?[] known = [null, null, null, "other", "other", null, "0015g0000000001AAA", null, null];

        Judge(run, Shadow(known) with { Row = TheContact }).Should().Match<CheckResult>(result => result.Passed && result.Examined == 2);
    }

    [Fact]
    public void Q12_refuses_a_shadow_of_another_map_and_does_not_concern_a_run_without_links()
    {
        Judge(Run("a@x.example", "Ada", "1", false), Shadow([.. Enumerable.Repeat("x", 9)]) with { Map = 3 }).Violations.Should().ContainSingle().Which.What.Should().StartWith("The shadow is of field map 3 ");
        Judge(new HandMadeRun()).Applied.Should().BeFalse();
    }

    private static HandMadeRun Run(string email, string name, string score, bool optedOut) => new HandMadeRun()
        .EndsWithPerson("1", ("sfdcPersonId", TheLead), ("email", email), ("firstName", name), ("leadStatus", "Open"), ("leadScore", decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture)), ("unsubscribed", optedOut))
        .EndsWithLead(TheLead, ("MarketoPersonId__c", "1"), ("Email", email), ("FirstName", name), ("Status", "Open"), ("Lead_Score__c", score), ("HasOptedOutOfEmail", optedOut));

    private static CheckResult Judge(HandMadeRun run, params EngineShadow[] shadows) => Judge(run, [], shadows);

    private static CheckResult Judge(HandMadeRun run, EngineDeadLetter[] letters, params EngineShadow[] shadows) =>
        run.Left(HandMadeState.Lawful with { HashKey = (7, 8), Shadows = shadows, DeadLetters = letters }).Judge("Q12");

    /// <summary>The same on both sides; null: not known, empty: known to be blank.</summary>
    private static EngineShadow Shadow(params string?[] known)
    {
        var bytes = new byte[known.Length * 16];
        var hash = new KeyedHash(7, 8);
        for (var place = 0; place < known.Length; place++)
        {
            var value = known[place] switch { null => 0UL, "" => 1UL, var text => hash.Of(Encoding.UTF8.GetBytes(text)) };
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(place * 16), value);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan((place * 16) + 8), value);
        }

        return new EngineShadow("1", TheLead, 2, bytes);
    }
}
