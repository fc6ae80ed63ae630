using SfMarketo.Sync;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Tests.Contract.Clients;

public sealed class MarketoOddAnswersTests : IDisposable
{
    private const string Leads = "/rest/v1/leads.json";
    private const string Changes = "/rest/v1/activities/leadchanges.json";

    private readonly OddServer _odd = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _odd.Dispose();

    [Theory]
    [InlineData(502, "<html><body>Bad Gateway</body></html>", "502", ErrorAction.Ambiguous)]
    [InlineData(413, "", "413", ErrorAction.Split)]
    [InlineData(200, "<html>maintenance</html>", "unreadable", ErrorAction.Ambiguous)]
    [InlineData(200, "", "unreadable", ErrorAction.Ambiguous)]
    [InlineData(200, """{"requestId":"1#1","result":[{"id":50,"sta""", "unreadable", ErrorAction.Ambiguous)]
    [InlineData(200, """{"requestId":"1#1","result":[{"id":50,"status":"created"}]}""", "unreadable", ErrorAction.Ambiguous)]
    [InlineData(200, """{"success":true,"result":[]}""", "count-mismatch", ErrorAction.Ambiguous)]
    [InlineData(200, """{"success":true,"result":[{"seq":0,"status":"updated"},{"seq":0,"status":"updated"}]}""", "count-mismatch", ErrorAction.Ambiguous)]
    [InlineData(200, """{"success":false,"errors":[{"code":"611","message":"System error"}]}""", "611", ErrorAction.Ambiguous)]
    [InlineData(200, """{"success":false,"errors":[{"code":606,"message":"a number for a code"}]}""", "606", ErrorAction.NotExecuted)]
    [InlineData(200, """{"success":false,"errors":[]}""", "none", ErrorAction.Unknown)]
    public async Task A_write_with_an_odd_answer_fails_as_a_whole(int status, string body, string code, ErrorAction action)
    {
        _odd.Answer(Leads, status, body);

        var failure = (await _odd.Marketo.SyncLeadsAsync("createOrUpdate", "email", Batch(body), Lane.Mql, Cancel)).Failure;

        failure.Code.Should().Be(code);
        failure.Action.Should().Be(action);
        _odd.InFlight.Should().Be(0, "the permit came back");
    }

    [Fact]
    public async Task A_connection_that_breaks_within_the_answer_leaves_the_write_in_doubt()
    {
        _odd.Break(Leads);

        var failure = (await _odd.Marketo.SyncLeadsAsync("createOrUpdate", "email", [Lead()], Lane.Mql, Cancel)).Failure;

        failure.Action.Should().Be(ErrorAction.Ambiguous);
        _odd.InFlight.Should().Be(0);
    }

    [Fact]
    public async Task A_page_without_result_is_empty_and_goes_on()
    {
        _odd.Answer(Changes, 200, """{"requestId":"1#1","success":true,"nextPageToken":"N","moreResult":true,"errors":[],"warnings":[]}""");

        var page = (await _odd.Marketo.GetLeadChangesAsync("T", "email", Lane.Activities, Cancel)).Value;

        page.Rows.Should().BeEmpty();
        page.Should().BeEquivalentTo(new { NextToken = "N", More = true });
    }

    [Theory]
    [InlineData("2016-05-17T22:11:45Z")]
    [InlineData("2016-05-17T14:11:45-08:00")]
    [InlineData("2016-05-17T22:11:45+0000")]
    [InlineData("2016-05-17T22:11:45Z+0000")]
    [InlineData("2016-05-17 22:11:45")]
    public async Task All_forms_of_a_date_mean_the_same_instant(string date)
    {
        _odd.Answer(Changes, 200, $$"""{"success":true,"result":[{"id":1,"leadId":2,"activityDate":"{{date}}","activityTypeId":12,"attributes":null}],"nextPageToken":"N","moreResult":false}""");

        var row = (await _odd.Marketo.GetLeadChangesAsync("T", "email", Lane.Activities, Cancel)).Value.Rows.Single();

        row.ActivityDate.Should().Be(new DateTimeOffset(2016, 5, 17, 22, 11, 45, TimeSpan.Zero));
        row.MarketoGuid.Should().Be("1", "old rows have no GUID");
    }

    [Fact]
    public async Task A_row_without_a_readable_date_is_not_guessed_at()
    {
        _odd.Answer(Changes, 200, """{"success":true,"result":[{"id":1,"leadId":2,"activityDate":"yesterday","activityTypeId":12}],"nextPageToken":"N","moreResult":false}""");

        (await _odd.Marketo.GetLeadChangesAsync("T", "email", Lane.Activities, Cancel)).Failure.Should().BeEquivalentTo(
            new { Code = LocalCodes.Unreadable, Action = ErrorAction.RetryLater });
    }

    [Fact]
    public async Task No_data_is_an_empty_result()
    {
        _odd.Answer(Leads, 200, """{"success":false,"errors":[{"code":"702","message":"No data found"}]}""");

        (await _odd.Marketo.GetLeadsByFilterAsync("id", ["1"], "id", Lane.Mql, Cancel)).Value.Should().BeEmpty();
    }

    [Fact]
    public async Task A_record_skipped_without_a_reason_is_not_taken_for_done()
    {
        _odd.Answer(Leads, 200, """{"success":true,"result":[{"status":"skipped"}]}""");

        var outcome = (await _odd.Marketo.SyncLeadsAsync("createOrUpdate", "email", [Lead()], Lane.Mql, Cancel)).Value.Single();

        outcome.IsDone.Should().BeFalse();
        outcome.Failure!.Value.Action.Should().Be(ErrorAction.Unknown);
    }

    private static FieldBag[] Batch(string body) => body.Contains("seq", StringComparison.Ordinal) ? [Lead(), Lead()] : [Lead()];

    private static FieldBag Lead() => new() { { "email", "a@example.com" } };
}
