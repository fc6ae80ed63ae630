using SfMarketo.Kernel.Guidance;

namespace SfMarketo.Tests.Simulators.Guidance;

public sealed class NearMissTests
{
    private static readonly Operation[] Operations =
    [
        new("GET", "/rest/v1/lead/{id}.json"), new("GET", "/rest/v1/leads.json"), new("POST", "/rest/v1/leads.json"), new("POST", "/rest/v1/leads/{id}/merge.json"),
        new("GET", "/rest/v1/campaigns.json"), new("GET", "/services/data/v{version}/sobjects/{object}/{id}"), new("POST", "/bulk/v1/leads.json"),
    ];

    [Theory]
    [InlineData("GET", "/rest/v1/leeds.json", "GET /rest/v1/leads.json")]
    [InlineData("POST", "/rest/v1/leads", "POST /rest/v1/leads.json")]
    [InlineData("GET", "/rest/v1/leads/1017.json", "GET /rest/v1/lead/{id}.json")]
    [InlineData("GET", "/v1/leads.json", "GET /rest/v1/leads.json")]
    [InlineData("POST", "/rest/v1/campaigns.json", "GET /rest/v1/campaigns.json")]
    [InlineData("GET", "/services/data/v59.0/sobject/Lead/00Q1", "GET /services/data/v{version}/sobjects/{object}/{id}")]
    public void The_closest_operation_comes_first(string method, string path, string closest) =>
        NearMisses.Of(method, path, Operations).Select(operation => $"{operation.Method} {operation.Path}").First().Should().Be(closest);

    [Theory]
    [InlineData("/favicon.ico")]
    [InlineData("/")]
    [InlineData("/wp-admin/setup-config.php/a/b")]
    public void What_has_nothing_in_common_has_no_near_misses(string path) =>
        NearMisses.Tell("there is no such path", "GET", path, Operations).Should().Be("no match: there is no such path");

    [Fact]
    public void A_part_of_any_length_is_not_compared_letter_by_letter()
    {
        var many = Enumerable.Range(0, 2000).Select(number => new Operation("GET", $"/rest/v1/operation{number}.json"));

        NearMisses.Of("GET", "/rest/v1/" + new string('x', 1_000_000), many).Should().HaveCount(3);
    }

    [Theory]
    [InlineData(1, "1 ms")]
    [InlineData(350_000, "350 ms")]
    [InlineData(999_001, "1 s")]
    [InlineData(3_140_000, "3.2 s")]
    [InlineData(59_900_001, "1 min 0 s")]
    [InlineData(245_000_000, "4 min 5 s")]
    [InlineData(64_740_000_000, "17 h 59 min")]
    [InlineData(3_599_999_999, "1 h 0 min")]
    public void Durations_are_rounded_up(long micros, string text) => PlainTime.Of(micros).Should().Be(text);
}
