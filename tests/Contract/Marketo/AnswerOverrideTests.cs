using System.Net;
using System.Text;
using SfMarketo.Kernel.Overrides;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>What is unverified and has no switch of its own can be answered otherwise, endpoint by endpoint and case by case.</summary>
[Source("the simulator's own")]
[SimulatorOnly("switches are the simulator's")]
public sealed class AnswerOverrideTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("none", HttpStatusCode.OK, "\"code\":\"1004\",\"message\":\"Lead '9' not found\"")]
    [InlineData("GET /rest/v1/lead/*.json 1004 -> response 1013 Lead is gone", HttpStatusCode.OK, "\"code\":\"1013\",\"message\":\"Lead is gone\"")]
    [InlineData("GET /rest/v1/lead/*.json 1004 -> response 1013", HttpStatusCode.OK, "\"code\":\"1013\",\"message\":\"Lead '9' not found\"")]
    [InlineData("* * 1004 -> http 404 1004 Nobody", HttpStatusCode.NotFound, "\"code\":\"1004\",\"message\":\"Nobody\"")]
    [InlineData("POST * 1004 -> http 404 | GET *.json 610 -> http 404", HttpStatusCode.OK, "\"code\":\"1004\"")]
    [Proves("switch answer.override")]
    [Unverified]
    public async Task A_case_of_an_endpoint_is_answered_as_the_rule_says(string rules, HttpStatusCode status, string text)
    {
        await using var marketo = await MarketoHost.StartAsync();
        marketo.Instance.SetSwitch("answer.override", rules);

        using var response = await marketo.Http.GetAsync("/rest/v1/lead/9.json", Cancellation);

        response.StatusCode.Should().Be(status);
        (await response.Content.ReadAsStringAsync(Cancellation)).Should().Contain(text);
        marketo.Instance.GetSwitch("answer.override").Should().Be(rules);
    }

    [Fact]
    [Proves("switch answer.override")]
    [Unverified]
    public async Task A_status_without_a_code_has_no_body()
    {
        await using var marketo = await MarketoHost.StartAsync();
        marketo.Instance.SetSwitch("answer.override", "GET * 610 -> http 404");

        using var response = await marketo.Http.GetAsync("/rest/v1/nothing.json", Cancellation);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await response.Content.ReadAsByteArrayAsync(Cancellation)).Should().BeEmpty();
        marketo.Records.Calls[^1].Codes.Should().Equal("404");
    }

    [Theory]
    [InlineData("record 1003 Not today", "\"status\":\"skipped\",\"reasons\":[{\"code\":\"1003\",\"message\":\"Not today\"}]", "1003")]
    [InlineData("response 1003 Not today", "\"success\":false,\"errors\":[{\"code\":\"1003\",\"message\":\"Not today\"}]", "1003")]
    [Proves("switch answer.override")]
    [Unverified]
    public async Task A_records_case_may_become_another_one_or_the_answer_of_the_call(string instead, string text, string code)
    {
        await using var marketo = await MarketoHost.StartAsync();
        marketo.Instance.SetSwitch("answer.override", "POST /rest/v1/leads.json 1004 -> " + instead);
        using var body = new StringContent("""{"action":"updateOnly","lookupField":"email","input":[{"email":"a@example.com"}]}""", Encoding.UTF8, "application/json");

        using var response = await marketo.Http.PostAsync("/rest/v1/leads.json", body, Cancellation);

        (await response.Content.ReadAsStringAsync(Cancellation)).Should().Contain(text);
        marketo.Records.Calls[^1].Codes.Should().Contain(code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("all")]
    [InlineData("GET /a 1004")]
    [InlineData("GET /a 1004 -> nowhere 1003")]
    [InlineData("GET /a 1004 -> response")]
    [InlineData("GET /a 1004 -> http 1004")]
    [InlineData("GET a 1004 -> http 404")]
    [InlineData("GET /a 1004 -> http 404 | none")]
    public void What_is_no_rule_is_refused(string text) => AnswerOverrides.TryParse(text).Should().BeNull();
}
