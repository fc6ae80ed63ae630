using SfMarketo.Sync;
using SfMarketo.Sync.Flows;
using SfMarketo.Sync.Flows.FieldSync;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Marketo;

namespace SfMarketo.Tests.Sync.Flows;

public sealed class ConsentTests
{
    [Theory]
    [InlineData(true, false, true, null)]
    [InlineData(false, true, null, true)]
    [InlineData(true, true, null, null)]
    [InlineData(false, false, null, null)]
    public void When_a_pair_meets_an_opt_out_of_either_side_counts(bool row, bool person, bool? toMarketo, bool? toSalesforce)
    {
        var result = Pairs.Flow.FirstMeeting(new Pair(Pairs.Link(), null, null), Row(row), Person(person));

        result.ToMarketo["unsubscribed"].AsBoolean().Should().Be(toMarketo);
        result.ToSalesforce["HasOptedOutOfEmail"].AsBoolean().Should().Be(toSalesforce);
    }

    [Fact]
    public void A_ticked_box_flows_to_Marketo_and_an_unticked_one_too()
    {
        var pair = Pairs.Agreed();

        Pairs.Flow.FromSalesforce(pair, Row(true)).ToMarketo.Should().Equal(new Field("unsubscribed", true));
        pair.Link.Shadow.SetMarketo(Index, Out);
        var unticked = Pairs.Flow.FromSalesforce(pair, Row(false));
        unticked.ToMarketo.Should().Equal(new Field("unsubscribed", false));
        unticked.IsConsent.Should().BeTrue("consent goes first");
    }

    [Fact]
    public void An_opt_out_at_Marketo_flows_to_Salesforce() =>
        Pairs.Flow.FromMarketo(Pairs.Agreed(), Person(true)).ToSalesforce.Should().Equal(new Field("HasOptedOutOfEmail", true));

    [Fact]
    public void An_opt_in_at_Marketo_flows_on_evidence()
    {
        var result = Pairs.Flow.FromMarketo(BothOut(), Person(false).With(ConsentMarks.OptedIn, 5m));

        result.ToSalesforce.Should().Equal(new Field("HasOptedOutOfEmail", false));
        result.ToMarketo.Should().BeEmpty();
    }

    [Fact]
    public void An_opt_out_goes_to_a_person_with_a_foreign_address_only_together_with_the_right_one()
    {
        var pair = BothOut();

        var moved = Pairs.Flow.FromMarketo(pair, Person(false).With("email", "somebody@example.com").With(ConsentMarks.Denied, true));
        var row = Pairs.Flow.FromSalesforce(pair, Row(true));

        moved.ToMarketo.Should().BeEmpty("whoever has that address has not opted out");
        moved.ReadSalesforce.Should().BeTrue();
        row.ToMarketo.Should().Equal(new Field("email", "ada@example.com"), new Field("unsubscribed", true));
    }

    [Fact]
    public void An_opt_in_at_Marketo_that_the_log_denies_is_answered_with_an_opt_out()
    {
        var result = Pairs.Flow.FromMarketo(BothOut(), Person(false).With(ConsentMarks.Denied, true));

        result.ToSalesforce.Should().BeEmpty();
        result.ToMarketo.Should().Equal(new Field("unsubscribed", true));
    }

    [Fact]
    public void An_opt_in_that_the_log_does_not_know_yet_waits()
    {
        var result = Pairs.Flow.FromMarketo(BothOut(), Person(false));

        result.IsSuspect.Should().BeTrue();
        result.ToMarketo.Should().BeEmpty();
        result.ToSalesforce.Should().BeEmpty();
    }

    [Fact]
    public void An_opt_out_that_was_set_back_before_it_was_read_still_counts()
    {
        var result = Pairs.Flow.FromMarketo(Pairs.Agreed(), Person(false).With(ConsentMarks.OptedOut, 5m));

        result.ToMarketo.Should().Equal(new Field("unsubscribed", true));
        result.ToSalesforce.Should().Equal(new Field("HasOptedOutOfEmail", true));
    }

    [Fact]
    public void Opt_outs_of_both_sides_at_once_come_to_rest_after_a_read_or_two()
    {
        var pair = Pairs.Agreed();
        Pairs.Flow.FromSalesforce(pair, Row(true));
        var result = Pairs.Flow.FromMarketo(pair, Person(true));

        var reads = 0;
        while ((result.ReadSalesforce || result.ReadMarketo) && reads < 10)
        {
            reads++;
            result = result.ReadSalesforce ? Pairs.Flow.FromSalesforce(pair, Row(true)) : Pairs.Flow.FromMarketo(pair, Person(true));
        }

        reads.Should().Be(2, "each side is looked at once more");
    }

    [Fact]
    public void The_engines_own_false_is_not_taken_for_a_persons()
    {
        var pair = BothOut() with { PendingSalesforce = new FieldBag { { "HasOptedOutOfEmail", false } } };
        ConsentPolicy.Forget(FieldMap.Seed, pair.Link.Shadow, pair.PendingSalesforce!, SalesforceObject.Lead).Should().BeTrue();

        // Its answer is lost; meanwhile the person opts out again at Marketo.
        Pairs.Flow.FromMarketo(pair, Person(true));
        var result = Pairs.Flow.FromSalesforce(pair with { PendingSalesforce = new FieldBag { { "HasOptedOutOfEmail", true } } }, Row(false));

        result.ToMarketo.Should().BeEmpty();
        result.ToSalesforce.Should().Equal(new Field("HasOptedOutOfEmail", true));
    }

    [Theory]
    [InlineData("true", "Web service API", "Web service API", ConsentMarks.OptedOut)]
    [InlineData("false", "Web form fillout", "Form: Preferences", ConsentMarks.OptedIn)]
    [InlineData("false", "Campaign", "Campaign: Opt In", ConsentMarks.OptedIn)]
    [InlineData("false", "Marketo Flow Action", "Changed by Smart Campaign Opt In action Change Data Value", ConsentMarks.OptedIn)]
    [InlineData("false", "Campaign", "Campaign: Other", ConsentMarks.Denied)]
    [InlineData("0", "Marketo", "resetLeadEmailStatus", ConsentMarks.Denied)]
    public void What_the_log_says_is_evidence_or_not(string value, string source, string reason, string mark)
    {
        var change = new LeadChange("g", new MarketoLeadId(7), DateTimeOffset.UnixEpoch.AddDays(1), 13, [], reason, source);

        ConsentEvidence.Mark(change, value, ["Opt In"]).Name.Should().Be(mark);
    }

    [Fact]
    public void An_address_of_somebody_who_opted_out_travels_with_the_opt_out()
    {
        var fields = new FieldBag { { "email", "new@example.com" } };

        new ConsentPolicy(Pairs.Canonical).Accompany(FieldMap.Seed, BothOut().Link.Shadow, fields).Should().BeTrue();
        fields["unsubscribed"].AsBoolean().Should().BeTrue();
        new ConsentPolicy(Pairs.Canonical).Accompany(FieldMap.Seed, Pairs.Agreed().Link.Shadow, new FieldBag { { "email", "new@example.com" } }).Should().BeFalse();
    }

    private static int Index => FieldMap.Seed.ConsentIndex;

    private static ulong Out => Pairs.Canonical.Hash(FieldType.Boolean, true);

    private static FieldBag Row(bool isOut) => Pairs.Row().With("HasOptedOutOfEmail", isOut);

    private static FieldBag Person(bool isOut) => Pairs.Person().With("unsubscribed", isOut);

    private static Pair BothOut()
    {
        var pair = new Pair(Pairs.Link(), null, null);
        Pairs.Flow.FirstMeeting(pair, Row(true), Person(true));
        return pair;
    }
}
