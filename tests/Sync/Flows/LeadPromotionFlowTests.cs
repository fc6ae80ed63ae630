using SfMarketo.Sync;
using SfMarketo.Sync.Flows.LeadPromotion;

namespace SfMarketo.Tests.Sync.Flows;

public sealed class LeadPromotionFlowTests
{
    private static FieldBag ConvertedLead() => Pairs.Row()
        .With("IsConverted", true)
        .With("ConvertedContactId", Pairs.ContactId.ToString())
        .With("ConvertedAccountId", "001000000000001AAA")
        .With("Status", "Closed - Converted");

    [Fact]
    public void A_conversion_re_keys_the_pair_to_the_contact()
    {
        var promotion = LeadPromotionFlow.Decide(Pairs.Link("MQL"), ConvertedLead());

        promotion.Link.SalesforceId.Should().Be(Pairs.ContactId);
        promotion.ToMarketo["sfdcPersonId"].Should().Be((FieldValue)Pairs.ContactId.ToString());
        promotion.ToMarketo["sfdcAccountKey"].Should().Be((FieldValue)"001000000000001AAA");
        promotion.ToMarketo["leadStatus"].Should().Be((FieldValue)"Closed - Converted");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("MQL", true)]
    [InlineData("Recycled", true)]
    [InlineData("SQL", false)]
    [InlineData("Opportunity", false)]
    [InlineData("Customer", false)]
    public void The_stage_never_steps_back(string stage, bool promotes)
    {
        var promotion = LeadPromotionFlow.Decide(Pairs.Link(stage), ConvertedLead());

        promotion.ToMarketo.TryGet("lifecycleStage", out _).Should().Be(promotes);
        promotion.RequestSuppression.Should().Be(promotes);
        promotion.Link.Stage.Should().Be(promotes ? "SQL" : stage);
    }

    [Fact]
    public void A_lead_that_is_open_is_no_conversion()
    {
        LeadPromotionFlow.IsConverted(Pairs.Row()).Should().BeFalse();
        LeadPromotionFlow.IsConverted(ConvertedLead()).Should().BeTrue();
    }
}
