using System.Globalization;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.SalesforceSim.Bulk;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Frame;
using SfMarketo.SalesforceSim.Org.Rules;

namespace SfMarketo.SalesforceSim.BulkV1;

/// <summary><c>/services/async/{version}/job</c> (Bulk API Developer Guide), as far as public clients use it.</summary>
internal static class ClassicEndpoints
{
    private const int LargestBatch = 10 * 1024 * 1024;
    private const int MostCharacters = 10_000_000;

    public static void MapClassicBulk(this IEndpointRouteBuilder app)
    {
        app.MapAsync("POST", "", Create);
        app.MapAsync("GET", "/{job}", WithJob((_, call, job) => ClassicInfo.WriteJob(call, job, AsyncForm.WantsJson(call))));
        app.MapAsync("POST", "/{job}", WithJob(Change));
        app.MapAsync("POST", "/{job}/batch", WithJob(AddBatch));
        app.MapAsync("GET", "/{job}/batch", WithJob((_, call, job) => ClassicInfo.WriteBatches(call, job, job.ContentType == ClassicContent.Json)));
        app.MapAsync("GET", "/{job}/batch/{batch}", WithBatch((_, call, job, batch) => ClassicInfo.WriteBatch(call, job, batch, job.ContentType == ClassicContent.Json)));
        app.MapAsync("GET", "/{job}/batch/{batch}/request", WithBatch(WriteRequest));
        app.MapAsync("GET", "/{job}/batch/{batch}/result", WithBatch(WriteResult));
        app.MapAsync("GET", "/{job}/batch/{batch}/result/{result}", WithBatch(WriteRows));
        app.MapAsync("POST", "/{job}/spec", WithJob((_, call, _) => call.RefuseNotSimulated("transformation specs of Bulk API 1.0")));
    }

    private static void MapAsync(this IEndpointRouteBuilder app, string method, string pattern, Action<SalesforceOrg, SimCall> endpoint) => app.MapCall(method, AsyncErrors.Path + "{version}/job" + pattern, call =>
    {
        var org = (SalesforceOrg)call.Simulator;
        var version = call.Route("version");
        if (!version.EndsWith(".0", StringComparison.Ordinal) || !int.TryParse(version[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < org.Switches.ApiMinVersion || number > org.Switches.ApiMaxVersion)
        {
            call.RefuseAsync("InvalidVersion", "Invalid version: " + version);
            return;
        }

        using var sight = FieldSight.Of(org.Permissions.Of(call.Client));
        endpoint(org, call);
    });

    private static Action<SalesforceOrg, SimCall> WithJob(Action<SalesforceOrg, SimCall, ClassicJob> endpoint) => (org, call) =>
    {
        if (org.Bulk.Find<ClassicJob>(call.Route("job"), call.WallNow) is { } job)
        {
            endpoint(org, call, job);
        }
        else
        {
            call.RefuseAsync("InvalidJob", "Invalid job id: " + call.Route("job"));
        }
    };

    private static Action<SalesforceOrg, SimCall> WithBatch(Action<SalesforceOrg, SimCall, ClassicJob, ClassicBatch> endpoint) => WithJob((org, call, job) =>
    {
        if (job.Find(call.Route("batch")) is { } batch)
        {
            endpoint(org, call, job, batch);
        }
        else
        {
            call.RefuseAsync("InvalidBatch", "Invalid batch id: " + call.Route("batch"));
        }
    });

    private static void Create(SalesforceOrg org, SimCall call)
    {
        if (ClassicRequest.Read(call)?.Make(org, call) is not { } job)
        {
            return;
        }

        org.Bulk.Add(job, call.WallNow);
        call.Status = 201;
        ClassicInfo.WriteJob(call, job, AsyncForm.WantsJson(call));
    }

    private static void Change(SalesforceOrg org, SimCall call, ClassicJob job)
    {
        if (ClassicRequest.Read(call) is not { } request)
        {
            return;
        }

        switch (request["state"])
        {
            case "Closed" when job.State is BulkState.Open or BulkState.Closed:
                job.Close(call.WallNow);
                break;
            case "Aborted" when job.State != BulkState.Aborted:
                job.Abort(call.WallNow);
                org.Bulk.Settle(job);
                break;
            default:
                call.RefuseAsync("InvalidJobState", $"Invalid state: a job in state {job.State} cannot be set to {request["state"]}");
                return;
        }

        ClassicInfo.WriteJob(call, job, AsyncForm.WantsJson(call));
    }

    private static void AddBatch(SalesforceOrg org, SimCall call, ClassicJob job)
    {
        if (job.IsOverdue(call.WallNow))
        {
            job.Close(call.WallNow);
        }

        if (job.State != BulkState.Open)
        {
            call.RefuseAsync("InvalidJobState", $"Job is not open: its state is {job.State}");
        }
        else if (!RequestInflation.TryDecode(call, LargestBatch) || call.Body.Length > MostCharacters && System.Text.Encoding.UTF8.GetCharCount(call.Body.Span) > MostCharacters)
        {
            call.RefuseAsync("ClientInputError", "The batch is larger than 10 MB or 10,000,000 characters, or its compression is broken");
        }
        else if (call.Body.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            call.RefuseAsync("ClientInputError", "Unable to find any data to create batch");
        }
        else if (!org.Bulk.Batches.TryTake(call.Now))
        {
            call.RefuseAsync("ExceededQuota", FormattableString.Invariant($"Too many batches in the last 24 hours: the limit is {org.Bulk.Batches.Limit}"));
        }
        else
        {
            var batch = new ClassicBatch(org.Bulk.NextBatchNumber(), call.Effects, call.WallNow, call.Body.ToArray(), org.Draws) { SentAs = call.Http.Request.ContentType };
            job.Add(batch, call.Now);
            org.Bulk.Settle(job);
            call.Status = 201;
            ClassicInfo.WriteBatch(call, job, batch, job.ContentType == ClassicContent.Json);
        }
    }

    private static void WriteRequest(SalesforceOrg org, SimCall call, ClassicJob job, ClassicBatch batch)
    {
        call.ContentType = batch.SentAs ?? TypeOf(job);
        System.Buffers.BuffersExtensions.Write(call.Raw, batch.Content.Span);
    }

    private static void WriteResult(SalesforceOrg org, SimCall call, ClassicJob job, ClassicBatch batch)
    {
        // A failed batch may have rows that were written before.
        if (batch.State != ClassicBatchState.Completed && !(batch.State == ClassicBatchState.Failed && batch.Processed > 0))
        {
            call.RefuseAsync("InvalidBatch", "Batch not completed");
            return;
        }

        ClassicResults.Write(call, job, batch);
        call.Json.Flush();
    }

    private static void WriteRows(SalesforceOrg org, SimCall call, ClassicJob job, ClassicBatch batch)
    {
        if (batch is not { State: ClassicBatchState.Completed, Run: { } run })
        {
            call.RefuseAsync("InvalidBatch", "Batch not completed");
        }
        else if (!(call.Route("result") is { Length: 15 or 18 } id && batch.ResultId.StartsWith(id, StringComparison.Ordinal)))
        {
            call.RefuseAsync("InvalidBatch", "Invalid result id: " + call.Route("result"));
        }
        else
        {
            ClassicQueryRows.Write(org, call, job, run);
            call.Json.Flush();
        }
    }

    private static string TypeOf(ClassicJob job) => job.ContentType switch
    {
        ClassicContent.Csv => AsyncForm.CsvType,
        ClassicContent.Json => AsyncForm.JsonType,
        _ => AsyncForm.XmlType,
    };
}
