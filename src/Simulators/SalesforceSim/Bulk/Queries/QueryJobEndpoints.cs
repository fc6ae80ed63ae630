using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Bulk.Ingest;
using SfMarketo.SalesforceSim.Bulk.Wire;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Query.Syntax;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Bulk.Queries;

/// <summary><c>/jobs/query</c> (Bulk API 2.0 Developer Guide, "Bulk API 2.0 Query").</summary>
internal static class QueryJobEndpoints
{
    private const int FirstVersion = 47;

    private static readonly string[] Types = ["V2Query", "Classic"];

    private static readonly string[] Known =
    [
        "operation", "query", "contentType", "columnDelimiter", "lineEnding",
        // Members of an answer that clients send back.
        "object", "id", "state", "apiVersion", "concurrencyMode", "createdById", "createdDate", "systemModstamp", "jobType",
    ];

    public static void MapBulkQuery(this IEndpointRouteBuilder app)
    {
        app.MapJobs("POST", "", Create);
        app.MapJobs("GET", "", (org, call) => JobList.Answer(org, call, "query", Types, job => job.Operation.IsQuery()));
        app.MapJobs("GET", "/{job}", Read);
        app.MapJobs("PATCH", "/{job}", Abort);
        app.MapJobs("DELETE", "/{job}", Delete);
        app.MapJobs("GET", "/{job}/results", QueryResults.Answer);
        app.MapJobs("GET", "/{job}/resultPages", QueryResults.AnswerPages);
    }

    /// <summary>The job in the path; null when the call has been refused.</summary>
    public static QueryJob? Find(SalesforceOrg org, SimCall call)
    {
        if (org.Bulk.Find<QueryJob>(call.Route("job"), call.WallNow) is { } job)
        {
            return job;
        }

        call.Refuse(RowErrors.NotFound);
        return null;
    }

    private static void MapJobs(this IEndpointRouteBuilder app, string method, string pattern, Action<SalesforceOrg, SimCall> endpoint) => app.MapData(method, "/jobs/query" + pattern, (org, call) =>
    {
        if (call.ApiVersion() < FirstVersion)
        {
            call.Refuse(RowErrors.NotFound);
        }
        else
        {
            endpoint(org, call);
        }
    });

    private static void Create(SalesforceOrg org, SimCall call)
    {
        if (JobBody.RefuseType(call, "application/json") || JobBody.Read(call, call.Body, Known) is not { } members)
        {
            return;
        }

        if (BulkOperations.Find(members["operation"]) is not { } operation || !operation.IsQuery())
        {
            call.Refuse(IngestRequest.BadWord("operation", members["operation"], "query, queryAll"));
        }
        else if (BulkFormat.Find(members["columnDelimiter"], members["lineEnding"]) is not { } format)
        {
            call.Refuse(IngestRequest.BadWord("columnDelimiter or lineEnding", members["columnDelimiter"] + " " + members["lineEnding"], string.Join(", ", BulkFormat.DelimiterNames) + ", LF, CRLF"));
        }
        else if (members["contentType"] is { } media && media != "CSV")
        {
            call.Refuse(BulkErrors.NotCsv(media));
        }
        else if (members["query"] is not { Length: > 0 } statement)
        {
            call.Refuse(400, SoqlCodes.MalformedQuery, "SOQL statements cannot be empty or null");
        }
        else
        {
            Create(org, call, operation, statement, format);
        }
    }

    private static void Create(SalesforceOrg org, SimCall call, BulkOperation operation, string statement, BulkFormat format)
    {
        var origin = IngestRequest.OriginOf(call);
        var (name, chunkable) = ("", false);
        try
        {
            var (read, plan, _) = QueryRun.Read(org, statement, origin.TimeZone, call.WallNow);
            (name, chunkable) = (plan.Object.Name, read.IsChunkable);
        }
        catch (SoqlException refusal) when (org.Switches.BulkBadQueryRefused || refusal.Status != 400)
        {
            call.Refuse(refusal.Status, refusal.Code, refusal.Message);
            return;
        }
        catch (SoqlException)
        {
            // The job is made, and fails when it begins.
        }

        if (!org.Bulk.QueryJobs.TryTake(call.Now))
        {
            call.Refuse(BulkErrors.QuotaOfQueries);
            return;
        }

        var job = new QueryJob(org.Bulk.NextNumber, origin, call.WallNow, operation, statement, format) { ObjectName = name, IsChunkable = chunkable };
        job.Enqueue(call.Now, call.WallNow, org.Draws);
        org.Bulk.Add(job, call.WallNow);
        JobInfo.WriteShort(call.Json, job);
    }

    private static void Read(SalesforceOrg org, SimCall call)
    {
        if (Find(org, call) is { } job)
        {
            JobInfo.WriteFull(call.Json, job, contentUrl: false);
        }
    }

    private static void Abort(SalesforceOrg org, SimCall call)
    {
        if (Find(org, call) is not { } job || JobBody.RefuseType(call, "application/json") || JobBody.Read(call, call.Body, "state") is not { } members)
        {
            return;
        }

        if (members["state"] != "Aborted" || job.IsFinal)
        {
            call.Refuse(BulkErrors.JobState($"A query job in state {job.State} cannot be set to {members["state"]}."));
            return;
        }

        job.Abort(call.WallNow);
        org.Bulk.Settle(job);
        JobInfo.WriteShort(call.Json, job);
    }

    private static void Delete(SalesforceOrg org, SimCall call)
    {
        if (Find(org, call) is not { } job)
        {
            return;
        }

        if (job.State == BulkState.InProgress)
        {
            call.Refuse(BulkErrors.JobState($"A job can be deleted in state UploadComplete, JobComplete, Aborted or Failed; the state is {job.State}."));
            return;
        }

        org.Bulk.Remove(job);
        call.WriteNothing();
    }
}
