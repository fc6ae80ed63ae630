using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Bulk;

/// <summary>The refusals of Bulk API 2.0's resources (salesforce-data.md section 4.5).</summary>
internal static class BulkErrors
{
    public static RowError MissingKey(SObjectType type) => Job($"External ID was blank for {type.Name}. An External ID must be specified for upsert.");

    public static RowError NoKey(SObjectType type, string name) => Job($"Field name provided, {name} does not match an External ID, Salesforce Id, or indexed field for {type.Name}");

    public static RowError KeyWithoutUpsert { get; } = Job("externalIdFieldName can only be specified for upsert.");

    public static RowError NotCsv(string contentType) => Job($"Content type {contentType} is not supported. Use CSV.");

    public static RowError NoAssignmentRule(string id) => Job($"Invalid assignmentRuleId: {id}");

    public static RowError TooLongForMultipart { get; } = Job("The job data of a multipart request is limited to 100000 characters.");

    public static RowError QuotaOfQueries { get; } = new(400, "EXCEEDEDQUOTA", "ExceededQuota : The number of query jobs in the last 24 hours is over the limit of this organization.", null);

    public static RowError VersionConflict { get; } = new(409, "CONFLICT", "Use the API version that the query job was created with to get its results.", null);

    public static RowError TooLarge { get; } = new(413, "EXCEEDED_MAX_SIZE_REQUEST", "Maximum size of request reached. Maximum size of request is 150000000 bytes.", null);

    public static RowError SecondUpload(string id) => new(400, "INVALIDBATCH", SecondUploadText(id), null);

    public static RowError Entity(string name) => new(400, "INVALIDENTITY", $"Entity '{name}' is not supported by the Bulk API.", null);

    public static RowError JobState(string what) => new(400, "INVALIDJOBSTATE", "InvalidJobState : " + what, null);

    /// <summary>What a job ends with that was brought two files.</summary>
    public static string SecondUploadText(string id) =>
        $"InvalidBatch : Found multiple contents for job: <{id}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.";

    private static RowError Job(string message) => new(400, "INVALIDJOB", "InvalidJob : " + message, null);
}
