using System.Buffers;
using System.Text.Json;

namespace SfMarketo.Sync.Salesforce;

/// <summary>Single rows.</summary>
public sealed partial class SalesforceClient
{
    /// <summary>Makes a row. A row that is refused is an outcome with a failure; the call itself succeeded.</summary>
    public Task<CallResult<RecordOutcome>> CreateAsync(string objectName, FieldBag fields, AutoAssign autoAssign, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Post, $"{_data}/sobjects/{objectName}", Body(fields), autoAssign, RowErrorsAreOutcomes: true),
            static (status, body) => status == 201 ? SalesforceRows.Outcome(body, "created", creates: true) : Refused(status, body), cancellationToken);

    /// <summary>Changes a row; a null clears a field. <c>Id</c> must not be among the fields.</summary>
    public Task<CallResult<RecordOutcome>> UpdateAsync(string objectName, SalesforceId id, FieldBag fields, AutoAssign autoAssign, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Patch, $"{_data}/sobjects/{objectName}/{id}", Body(fields), autoAssign, RowErrorsAreOutcomes: true),
            (status, body) => status is 200 or 204 ? new RecordOutcome(0, "updated", id.ToString(), null, false) : Refused(status, body), cancellationToken);

    /// <summary>Reads some fields of a row. An absent or deleted row fails with <see cref="ErrorAction.Relink"/>.</summary>
    public Task<CallResult<FieldBag>> GetAsync(string objectName, SalesforceId id, string fieldsCsv, CancellationToken cancellationToken) =>
        GetAsync($"{_data}/sobjects/{objectName}/{id}?fields={Uri.EscapeDataString(fieldsCsv)}", static (_, body) => SalesforceRows.Row(body), cancellationToken);

    private static RecordOutcome Refused(int status, ReadOnlySpan<byte> body)
    {
        // 300 lists the paths of all rows that match; the body is no error.
        var failure = status == 300 ? SalesforceErrors.Record("300", "Several rows match.", status)
            : SalesforceRows.FirstError(body)?.ToRecordFailure(status) ?? SalesforceErrors.Http(status, write: true);
        return new(0, "skipped", null, failure, false);
    }

    private static ReadOnlyMemory<byte> Body(FieldBag fields)
    {
        var body = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(body, Plain);
        fields.WriteTo(writer);
        writer.Flush();
        return body.WrittenMemory;
    }
}
