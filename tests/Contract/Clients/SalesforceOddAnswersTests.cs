using SfMarketo.Sync;
using SfMarketo.Sync.Salesforce;

namespace SfMarketo.Tests.Contract.Clients;

public sealed class SalesforceOddAnswersTests : IDisposable
{
    private const string Leads = "/services/data/v59.0/sobjects/Lead";
    private const string Collection = "/services/data/v59.0/composite/sobjects";
    private const string Query = "/services/data/v59.0/query";

    private readonly OddServer _odd = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _odd.Dispose();

    [Theory]
    [InlineData(503, "<html>down</html>", "503", ErrorAction.Ambiguous)]
    [InlineData(500, """[{"message":"An unexpected error occurred.","errorCode":"UNKNOWN_EXCEPTION"}]""", "UNKNOWN_EXCEPTION", ErrorAction.Ambiguous)]
    [InlineData(403, """[{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]""", "REQUEST_LIMIT_EXCEEDED", ErrorAction.QuotaExhausted)]
    [InlineData(201, """{"id":"00Q5g00000AbCdE""", "unreadable", ErrorAction.Ambiguous)]
    public async Task A_create_with_an_odd_answer_fails_as_a_call(int status, string body, string code, ErrorAction action)
    {
        _odd.Answer(Leads, status, body);

        var failure = (await _odd.Salesforce.CreateAsync("Lead", [], AutoAssign.True, Cancel)).Failure;

        failure.Code.Should().Be(code);
        failure.Action.Should().Be(action);
    }

    [Theory]
    [InlineData(300, """["/services/data/v59.0/sobjects/Lead/00Q..","/services/data/v59.0/sobjects/Lead/00Q.."]""", ErrorAction.ManyMatches)]
    [InlineData(400, """{"message":"one object, not an array","errorCode":"REQUIRED_FIELD_MISSING"}""", ErrorAction.QuarantineRecord)]
    [InlineData(400, """[{"message":"a","errorCode":"FIELD_CUSTOM_VALIDATION_EXCEPTION","fields":[]},{"message":"b","errorCode":"STRING_TOO_LONG","fields":["Title"]}]""", ErrorAction.QuarantineRecord)]
    [InlineData(404, """[{"message":"entity is deleted","errorCode":"ENTITY_IS_DELETED","fields":[]}]""", ErrorAction.Relink)]
    public async Task What_is_said_of_the_row_is_its_outcome(int status, string body, ErrorAction action)
    {
        _odd.Answer(Leads, status, body);

        var outcome = (await _odd.Salesforce.CreateAsync("Lead", [], AutoAssign.True, Cancel)).Value;

        outcome.Failure!.Value.Action.Should().Be(action);
        outcome.Created.Should().BeFalse();
    }

    [Fact]
    public async Task A_collection_with_too_few_results_is_in_doubt_as_a_whole()
    {
        _odd.Answer(Collection, 200, """[{"id":"1","success":true,"errors":[]}]""");

        (await _odd.Salesforce.CreateManyAsync("Lead", [[], []], AutoAssign.False, Cancel)).Failure.Should().BeEquivalentTo(
            new { Code = LocalCodes.CountMismatch, Action = ErrorAction.Ambiguous });
    }

    [Fact]
    public async Task A_cut_page_is_read_again_and_not_taken_for_the_last()
    {
        _odd.Answer(Query, 200, """{"totalSize":2,"done":true,"records":[{"attributes":{"type":"Lead"},"Id":"1"}""");

        (await _odd.Salesforce.QueryAsync("SELECT Id FROM Lead", Cancel)).Failure.Should().BeEquivalentTo(new { Code = LocalCodes.Unreadable, Action = ErrorAction.RetryLater });
    }

    [Fact]
    public async Task An_answer_without_the_limit_header_says_nothing_about_usage()
    {
        _odd.Answer(Query, 200, """{"totalSize":0,"done":true,"records":[]}""");

        (await _odd.Salesforce.QueryAsync("SELECT Id FROM Lead", Cancel)).IsSuccess.Should().BeTrue();

        _odd.Salesforce.LastApiUsage.Should().BeNull();
        _odd.Salesforce.IsSelfCapped.Should().BeFalse();
    }
}
