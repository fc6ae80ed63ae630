using SfMarketo.Sync;
using SfMarketo.Sync.Flows;

namespace SfMarketo.Tests.Sync.Flows;

public sealed class FieldSyncFlowTests
{
    [Fact]
    public void Two_sides_that_agree_want_nothing()
    {
        var pair = new Pair(Pairs.Link(), null, null);

        var result = Pairs.Flow.FirstMeeting(pair, Pairs.Row(), Pairs.Person());

        result.ToMarketo.Should().BeEmpty();
        result.ToSalesforce.Should().BeEmpty();
    }

    [Fact]
    public void A_version_that_changes_nothing_is_an_echo() =>
        Pairs.Flow.FromSalesforce(Pairs.Agreed(), Pairs.Row()).ToMarketo.Should().BeEmpty();

    [Fact]
    public void A_field_that_Salesforce_owns_flows_to_Marketo()
    {
        var result = Pairs.Flow.FromSalesforce(Pairs.Agreed(), Pairs.Row().With("FirstName", "Augusta"));

        result.ToMarketo.Should().Equal(new Field("firstName", "Augusta"));
    }

    [Fact]
    public void The_echo_of_our_own_write_to_Marketo_wants_nothing()
    {
        var pair = Pairs.Agreed();
        Pairs.Flow.FromSalesforce(pair, Pairs.Row().With("FirstName", "Augusta"));

        var result = Pairs.Flow.FromMarketo(pair, Pairs.Person().With("firstName", "Augusta"));

        result.ToSalesforce.Should().BeEmpty();
        result.ReadSalesforce.Should().BeFalse();
    }

    [Fact]
    public void A_foreign_change_of_a_field_that_Salesforce_owns_is_set_back()
    {
        var pair = Pairs.Agreed();

        Pairs.Flow.FromMarketo(pair, Pairs.Person().With("firstName", "Eve")).ReadSalesforce.Should().BeTrue("the owner's value is needed");
        Pairs.Flow.FromSalesforce(pair, Pairs.Row()).ToMarketo.Should().Equal(new Field("firstName", "Ada"));
    }

    [Fact]
    public void A_foreign_change_that_our_pending_write_will_overwrite_needs_no_read()
    {
        var pair = Pairs.Agreed() with { PendingMarketo = new FieldBag { { "firstName", "Augusta" } } };

        Pairs.Flow.FromMarketo(pair, Pairs.Person().With("firstName", "Eve")).ReadSalesforce.Should().BeFalse();
    }

    [Fact]
    public void A_score_flows_to_Salesforce()
    {
        var result = Pairs.Flow.FromMarketo(Pairs.Agreed(), Pairs.Person().With("leadScore", 60m));

        result.ToSalesforce.Should().Equal(new Field("Lead_Score__c", 60m));
    }

    [Fact]
    public void A_score_that_was_never_there_does_not_clear_the_one_in_Salesforce()
    {
        var pair = new Pair(Pairs.Link(), null, null);

        var result = Pairs.Flow.FirstMeeting(pair, Pairs.Row(), Pairs.Person().With("leadScore", FieldValue.Null));

        result.ToSalesforce.Should().BeEmpty();
    }

    [Fact]
    public void A_score_that_a_person_cleared_is_cleared()
    {
        var result = Pairs.Flow.FromMarketo(Pairs.Agreed(), Pairs.Person().With("leadScore", FieldValue.Null));

        result.ToSalesforce.Should().Equal(new Field("Lead_Score__c", FieldValue.Null));
    }

    [Fact]
    public void A_score_edited_in_Salesforce_is_set_back()
    {
        var pair = Pairs.Agreed();

        Pairs.Flow.FromSalesforce(pair, Pairs.Row().With("Lead_Score__c", 99m)).ReadMarketo.Should().BeTrue();
        Pairs.Flow.FromMarketo(pair, Pairs.Person()).ToSalesforce.Should().Equal(new Field("Lead_Score__c", 10m));
    }

    [Fact]
    public void Status_flows_from_whoever_changed_it()
    {
        Pairs.Flow.FromSalesforce(Pairs.Agreed(), Pairs.Row().With("Status", "Working - Contacted")).ToMarketo.Should().Equal(new Field("leadStatus", "Working - Contacted"));
        Pairs.Flow.FromMarketo(Pairs.Agreed(), Pairs.Person().With("leadStatus", "Working - Contacted")).ToSalesforce.Should().Equal(new Field("Status", "Working - Contacted"));
    }

    [Fact]
    public void When_both_changed_the_status_Salesforce_counts()
    {
        var pair = Pairs.Agreed();
        Pairs.Flow.FromMarketo(pair, Pairs.Person().With("leadStatus", "Closed - Not Converted")).ToSalesforce.Should().ContainSingle();

        var result = Pairs.Flow.FromSalesforce(pair with { PendingSalesforce = new FieldBag { { "Status", "Closed - Not Converted" } } }, Pairs.Row().With("Status", "Working - Contacted"));

        result.ToMarketo.Should().Equal(new Field("leadStatus", "Working - Contacted"));
        result.Withdrawn.Should().Equal("Status");
    }

    [Fact]
    public void A_value_taken_back_before_its_write_was_sent_takes_the_place_of_that_write()
    {
        var pair = Pairs.Agreed();
        Pairs.Flow.FromSalesforce(pair, Pairs.Row().With("FirstName", "Augusta"));

        var result = Pairs.Flow.FromSalesforce(pair with { PendingMarketo = new FieldBag { { "firstName", "Augusta" } } }, Pairs.Row());

        result.ToMarketo.Should().Equal([new Field("firstName", "Ada")], "the pending write would else bring a value that is nobody's any more");
    }

    [Fact]
    public void A_default_of_a_required_field_never_flows_back() =>
        Pairs.Flow.FromSalesforce(Pairs.Agreed(), Pairs.Row().With("Company", "[not provided]")).ToMarketo.Should().BeEmpty();

    [Fact]
    public void A_person_who_clears_a_value_has_made_a_change() =>
        Pairs.Flow.FromSalesforce(Pairs.Agreed(), Pairs.Row().With("MobilePhone", FieldValue.Null)).ToMarketo.Should().Equal(new Field("mobilePhone", FieldValue.Null));

    [Fact]
    public void A_shared_value_that_Marketo_refused_is_wanted_anew_with_the_next_version()
    {
        var pair = Pairs.Agreed();
        Pairs.Flow.FromSalesforce(pair, Pairs.Row().With("Status", "Working - Contacted"));

        var result = Pairs.Flow.FromSalesforce(pair with { RefusedByMarketo = true }, Pairs.Row().With("Status", "Working - Contacted").With("MobilePhone", "2"));

        result.ToMarketo.Should().Equal(new Field("leadStatus", "Working - Contacted"), new Field("mobilePhone", "2"));
    }

    [Fact]
    public void A_shared_value_that_Marketo_refused_does_not_stand_against_a_later_one_of_its_own()
    {
        var pair = Pairs.Agreed();
        Pairs.Flow.FromSalesforce(pair, Pairs.Row().With("Status", "Working - Contacted"));
        Pairs.Flow.FromMarketo(pair, Pairs.Person().With("leadStatus", "Closed - Not Converted"));

        var refused = pair with { RefusedByMarketo = true, PendingSalesforce = new FieldBag { { "Status", "Closed - Not Converted" } } };

        Pairs.Flow.FromSalesforce(refused, Pairs.Row().With("Status", "Working - Contacted").With("MobilePhone", "2")).ToMarketo.Should().Equal(new Field("mobilePhone", "2"));
    }

    [Fact]
    public void A_shared_value_that_Salesforce_refused_is_wanted_anew_with_the_next_version()
    {
        var pair = Pairs.Agreed();
        Pairs.Flow.FromMarketo(pair, Pairs.Person().With("leadStatus", "Working - Contacted"));

        var result = Pairs.Flow.FromMarketo(pair with { RefusedBySalesforce = true }, Pairs.Person().With("leadStatus", "Working - Contacted").With("leadScore", 20m));

        result.ToSalesforce.Should().Equal(new Field("Status", "Working - Contacted"), new Field("Lead_Score__c", 20m));
    }
}
