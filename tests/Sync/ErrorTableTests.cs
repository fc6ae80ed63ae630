using SfMarketo.Sync;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Salesforce;

namespace SfMarketo.Tests.Sync;

/// <summary>Both tables against the list of signals the engine must know (engine.md, R11).</summary>
public sealed class ErrorTableTests
{
    [Theory]
    [InlineData("401", ErrorAction.StopInstance)]
    [InlineData("413", ErrorAction.Split)]
    [InlineData("414", ErrorAction.QuarantineRecord)]
    [InlineData("500 609 1001 1002 1003", ErrorAction.Bisect)]
    [InlineData("502 604 611 transport time-out unreadable count-mismatch", ErrorAction.Ambiguous)]
    [InlineData("601 602 606 608 614 615 not-sent", ErrorAction.NotExecuted)]
    [InlineData("607", ErrorAction.QuotaExhausted)]
    [InlineData("603 1025 1026 1035", ErrorAction.StopLane)]
    [InlineData("605 610 612 613 616 701 703 704 1011 712 714 1076 1077 1078 1079 1008 1009 1010 1049", ErrorAction.QuarantineRecord)]
    [InlineData("713 718 719 1016 1019 1022 1029", ErrorAction.RetryLater)]
    [InlineData("702 1015 1037", ErrorAction.Success)]
    [InlineData("1004 1013", ErrorAction.Relink)]
    [InlineData("1005 1017", ErrorAction.Adopt)]
    [InlineData("1006", ErrorAction.SchemaDrift)]
    [InlineData("1007", ErrorAction.ManyMatches)]
    [InlineData("1018", ErrorAction.Coexist)]
    [InlineData("1021", ErrorAction.QuarantineField)]
    [InlineData("1036", ErrorAction.Split)]
    [InlineData("9999", ErrorAction.Unknown)]
    public void Marketo_requests_that_fail_have_one_action_each(string codes, ErrorAction action)
    {
        foreach (var code in codes.Split(' '))
        {
            MarketoErrors.Request(code, "text", 200, write: true).Action.Should().Be(action, code);
        }
    }

    [Theory]
    [InlineData("1001 1002 1003 1021", ErrorAction.QuarantineField)]
    [InlineData("1004 1013", ErrorAction.Relink)]
    [InlineData("1005", ErrorAction.Adopt)]
    [InlineData("1015 1037", ErrorAction.Success)]
    public void Marketo_records_that_fail_have_one_action_each(string codes, ErrorAction action)
    {
        foreach (var code in codes.Split(' '))
        {
            MarketoErrors.Record(code, "text").Action.Should().Be(action, code);
        }
    }

    [Fact]
    public void Some_codes_are_told_apart_by_their_text()
    {
        MarketoErrors.Request("1029", "Job already queued", 200, write: true).Action.Should().Be(ErrorAction.Success);
        MarketoErrors.Request("1003", "Too many results match the filter", 200, write: false).Action.Should().Be(ErrorAction.Split);
        MarketoErrors.Request("1006", "Field 'foo' not found", 200, write: true).Field.Should().Be("foo");
        SalesforceErrors.Request("REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests (Concurrent API Requests) Limit exceeded.", 403, write: true).Action.Should().Be(ErrorAction.NotExecuted);
    }

    [Theory]
    [InlineData("INVALID_SESSION_ID", ErrorAction.NotExecuted)]
    [InlineData("REQUEST_LIMIT_EXCEEDED", ErrorAction.QuotaExhausted)]
    [InlineData("SERVER_UNAVAILABLE UNKNOWN_EXCEPTION 500 503 transport", ErrorAction.Ambiguous)]
    [InlineData("UNABLE_TO_LOCK_ROW", ErrorAction.LockRow)]
    [InlineData("CANNOT_UPDATE_CONVERTED_LEAD", ErrorAction.Converted)]
    [InlineData("DUPLICATES_DETECTED", ErrorAction.DuplicateDetected)]
    [InlineData("ENTITY_IS_DELETED", ErrorAction.Relink)]
    [InlineData("REQUIRED_FIELD_MISSING FIELD_CUSTOM_VALIDATION_EXCEPTION", ErrorAction.QuarantineRecord)]
    [InlineData("STRING_TOO_LONG INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST INVALID_EMAIL_ADDRESS", ErrorAction.QuarantineField)]
    [InlineData("INVALID_FIELD INSUFFICIENT_ACCESS_OR_READONLY INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", ErrorAction.SchemaDrift)]
    [InlineData("STORAGE_LIMIT_EXCEEDED", ErrorAction.StopLane)]
    [InlineData("invalid_grant", ErrorAction.StopInstance)]
    [InlineData("SOMETHING_NEW", ErrorAction.Unknown)]
    public void Salesforce_failures_have_one_action_each(string codes, ErrorAction action)
    {
        foreach (var code in codes.Split(' '))
        {
            SalesforceErrors.Request(code, "text", 400, write: true).Action.Should().Be(action, code);
        }
    }

    [Fact]
    public void A_read_in_doubt_is_simply_read_again()
    {
        MarketoErrors.Request("604", "text", 200, write: false).Action.Should().Be(ErrorAction.RetryLater);
        SalesforceErrors.Http(503, write: false).Action.Should().Be(ErrorAction.RetryLater);
    }
}
