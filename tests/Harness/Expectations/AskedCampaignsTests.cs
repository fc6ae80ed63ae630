using SfMarketo.Harness.Expectations;
using SfMarketo.MarketoSim.Campaigns;

namespace SfMarketo.Tests.Harness.Expectations;

public sealed class AskedCampaignsTests
{
    private static readonly CampaignRequest First = new(2001, 7, 10, 1);
    private static readonly CampaignRequest Second = First with { At = 12, Call = 2, Again = true };

    [Fact]
    public void A_second_arrival_of_one_request_is_no_request() =>
        AskedCampaigns.WithoutAgain([First, Second]).Should().Equal(First);

    [Fact]
    public void A_second_arrival_may_be_executed_before_the_first() =>
        AskedCampaigns.WithoutAgain([Second, First]).Should().Equal(First);

    [Fact]
    public void A_second_arrival_counts_where_the_first_was_not_executed() =>
        AskedCampaigns.WithoutAgain([Second, First with { PersonId = 8 }]).Should().Equal(Second, First with { PersonId = 8 });

    [Fact]
    public void A_request_that_was_made_twice_is_two() =>
        AskedCampaigns.WithoutAgain([First, First with { At = 20, Call = 3 }, Second]).Should().HaveCount(2);
}
