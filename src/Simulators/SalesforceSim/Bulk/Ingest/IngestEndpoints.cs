using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Bulk.Wire;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Bulk.Ingest;

/// <summary><c>/jobs/ingest</c> (Bulk API 2.0 Developer Guide, "Bulk API 2.0 Ingest").</summary>
internal static class IngestEndpoints
{
    private const int FirstVersion = 41;

    private static readonly string[] Types = ["V2Ingest", "Classic", "BigObjectIngest"];

    public static void MapIngest(this IEndpointRouteBuilder app)
    {
        app.MapJobs("POST", "", Create);
        app.MapJobs("GET", "", (org, call) => JobList.Answer(org, call, "ingest", Types, job => !job.Operation.IsQuery()));
        app.MapJobs("GET", "/{job}", Read);
        app.MapJobs("PATCH", "/{job}", Change);
        app.MapJobs("DELETE", "/{job}", Delete);
        app.MapJobs("PUT", "/{job}/batches", Upload);
        app.MapJobs("GET", "/{job}/successfulResults", IngestResults.Successful);
        app.MapJobs("GET", "/{job}/failedResults", IngestResults.Failed);
        app.MapJobs("GET", "/{job}/unprocessedrecords", IngestResults.Unprocessed);
    }

    /// <summary>Whether a request may have a body as large as an upload.</summary>
    public static bool IsUpload(string path) => path.AsSpan().TrimEnd('/').EndsWith("/batches", StringComparison.OrdinalIgnoreCase) && path.StartsWith("/services/data/", StringComparison.Ordinal) && path.Contains("/jobs/ingest/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The job in the path; null when the call has been refused.</summary>
    public static IngestJob? Find(SalesforceOrg org, SimCall call)
    {
        if (org.Bulk.Find<IngestJob>(call.Route("job"), call.WallNow) is { } job)
        {
            return job;
        }

        call.Refuse(RowErrors.NotFound);
        return null;
    }

    private static void MapJobs(this IEndpointRouteBuilder app, string method, string pattern, Action<SalesforceOrg, SimCall> endpoint) => app.MapData(method, "/jobs/ingest" + pattern, (org, call) =>
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
        if (IngestRequest.Read(org, call, out var content) is not { } job)
        {
            return;
        }

        if (content is { } file)
        {
            job.Upload(file.ToArray());
            job.Close(call, org.Draws);
        }

        org.Bulk.Add(job, call.WallNow);
        JobInfo.WriteShort(call.Json, job, contentUrl: true);
    }

    private static void Read(SalesforceOrg org, SimCall call)
    {
        if (Find(org, call) is { } job)
        {
            JobInfo.WriteFull(call.Json, job, !org.Switches.BulkContentUrlOnlyOnCreate);
        }
    }

    private static void Upload(SalesforceOrg org, SimCall call)
    {
        if (Find(org, call) is not { } job || JobBody.RefuseType(call, "text/csv"))
        {
            return;
        }

        if (job.State != BulkState.Open)
        {
            call.Refuse(BulkErrors.JobState($"Job data can be uploaded in state Open only; the state is {job.State}."));
        }
        else if (call.Body.Length > org.Bulk.Limits.UploadBytes)
        {
            call.Refuse(BulkErrors.TooLarge);
        }
        else if (job.Uploads > 0 && !org.Switches.BulkSecondPutFailsJob)
        {
            call.Refuse(BulkErrors.SecondUpload(job.Id));
        }
        else
        {
            job.Upload(call.Body);
            call.Status = 201;
            call.ContentType = null;
        }
    }

    private static void Change(SalesforceOrg org, SimCall call)
    {
        if (Find(org, call) is not { } job || JobBody.RefuseType(call, "application/json") || JobBody.Read(call, call.Body, "state") is not { } members)
        {
            return;
        }

        switch (members["state"])
        {
            case "UploadComplete" when job.State == BulkState.Open:
                job.Close(call, org.Draws);
                break;
            case "Aborted" when !job.IsFinal:
                job.Abort(call.WallNow);
                break;
            case "UploadComplete" or "Aborted":
                call.Refuse(BulkErrors.JobState($"Job cannot go from state {job.State} to {members["state"]}."));
                return;
            default:
                call.Refuse(BulkErrors.JobState($"A job can be set to UploadComplete or Aborted, not to {members["state"]}."));
                return;
        }

        org.Bulk.Settle(job);
        JobInfo.WriteShort(call.Json, job);
    }

    private static void Delete(SalesforceOrg org, SimCall call)
    {
        if (Find(org, call) is not { } job)
        {
            return;
        }

        if (job.State is BulkState.Open or BulkState.InProgress)
        {
            call.Refuse(BulkErrors.JobState($"A job can be deleted in state UploadComplete, JobComplete, Aborted or Failed; the state is {job.State}."));
            return;
        }

        org.Bulk.Remove(job);
        call.WriteNothing();
    }
}
