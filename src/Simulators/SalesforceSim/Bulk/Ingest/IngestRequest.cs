using System.Text;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Bulk.Wire;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Rows;
using SfMarketo.SalesforceSim.SignIn;

namespace SfMarketo.SalesforceSim.Bulk.Ingest;

/// <summary>What create is asked for, alone or with the file in one body of several parts.</summary>
internal static class IngestRequest
{
    private const int MostOfPart = 100_000;

    private static readonly string[] Known =
    [
        "object", "operation", "contentType", "columnDelimiter", "lineEnding", "externalIdFieldName", "assignmentRuleId",
        // Members of an answer that clients send back.
        "id", "state", "apiVersion", "concurrencyMode", "contentUrl", "createdById", "createdDate", "systemModstamp", "jobType",
    ];

    /// <summary>Reads the call; null when it has been refused.</summary>
    /// <param name="org">The org.</param>
    /// <param name="call">The call.</param>
    /// <param name="content">The file of a multipart body; null when it comes later.</param>
    public static IngestJob? Read(SalesforceOrg org, SimCall call, out ReadOnlyMemory<byte>? content)
    {
        content = null;
        var body = call.Body;
        if (body.Length > org.Bulk.Limits.UploadBytes)
        {
            return Refuse(call, BulkErrors.TooLarge);
        }

        if (call.Http.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true)
        {
            var form = MultipartBody.Parse(call.Http.Request.ContentType, body);
            if (form?.Find("job") is not { } job || form.Find("content") is not { } file)
            {
                return Refuse(call, RowErrors.Parser("A multipart request needs a part job and a part content."));
            }

            if (file.Length > MostOfPart && Encoding.UTF8.GetCharCount(file.Span) > MostOfPart)
            {
                return Refuse(call, BulkErrors.TooLongForMultipart);
            }

            (body, content) = (job, file);
        }
        else if (JobBody.RefuseType(call, "application/json"))
        {
            return null;
        }

        return JobBody.Read(call, body, Known) is { } members ? Make(org, call, members) : null;
    }

    private static IngestJob? Make(SalesforceOrg org, SimCall call, JobBody members)
    {
        if (members["object"] is not { Length: > 0 } name)
        {
            return Refuse(call, RowErrors.Parser("A job needs an object."));
        }

        if (org.Store.Schema.Find(name) is not { Writable: true } type)
        {
            return Refuse(call, BulkErrors.Entity(name));
        }

        if (BulkOperations.Find(members["operation"]) is not { } operation || operation.IsQuery())
        {
            return Refuse(call, BadWord("operation", members["operation"], "insert, update, upsert, delete, hardDelete"));
        }

        if (BulkFormat.Find(members["columnDelimiter"], members["lineEnding"]) is not { } format)
        {
            return Refuse(call, BadWord("columnDelimiter or lineEnding", members["columnDelimiter"] + " " + members["lineEnding"], string.Join(", ", BulkFormat.DelimiterNames) + ", LF, CRLF"));
        }

        if (members["contentType"] is { } media && media != "CSV")
        {
            return Refuse(call, BulkErrors.NotCsv(media));
        }

        if (members["assignmentRuleId"] is { } rule && !(SalesforceId.TryParse(rule, out var id) && id.Prefix == SalesforceId.PackPrefix("01Q")))
        {
            return Refuse(call, BulkErrors.NoAssignmentRule(rule));
        }

        if (!TryFindKey(type, operation, members["externalIdFieldName"], out var key, out var problem))
        {
            return Refuse(call, problem!);
        }

        return new IngestJob(org.Bulk.NextNumber, OriginOf(call), call.WallNow, new IngestSpec(operation, type, key, members["assignmentRuleId"]), format);
    }

    /// <summary>The field that names the rows of an upsert.</summary>
    /// <returns>False with the refusal when the name and the operation do not fit.</returns>
    public static bool TryFindKey(SObjectType type, BulkOperation operation, string? name, out SField? key, out RowError? problem)
    {
        (key, problem) = (null, null);
        if (string.IsNullOrEmpty(name) || operation != BulkOperation.Upsert)
        {
            problem = operation == BulkOperation.Upsert ? BulkErrors.MissingKey(type) : string.IsNullOrEmpty(name) ? null : BulkErrors.KeyWithoutUpsert;
            return problem is null;
        }

        key = type.Find(name);
        problem = key is not null && (key.Number == SystemFields.Id || key.ExternalId || key is { IdLookup: true, Indexed: true, Createable: true }) ? null : BulkErrors.NoKey(type, name);
        return problem is null;
    }

    public static BulkOrigin OriginOf(SimCall call)
    {
        var session = (Session)call.Session!;
        return new BulkOrigin(call.Client, session.User.Id, session.TimeZone, call.ApiVersion());
    }

    /// <summary>A word that the API does not have, as its JSON library says it.</summary>
    public static RowError BadWord(string member, string? value, string words) =>
        RowErrors.Parser($"Cannot deserialize value of {member} from String \"{value}\": not one of the values accepted: [{words}]");

    private static IngestJob? Refuse(SimCall call, RowError error)
    {
        call.Refuse(error);
        return null;
    }
}
