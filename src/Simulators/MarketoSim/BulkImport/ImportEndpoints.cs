using System.Globalization;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Leads;
using SfMarketo.MarketoSim.Options;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.BulkImport;

/// <summary>Source: Marketo REST API, "Bulk lead import", "Bulk program member import" and "Bulk custom object import".</summary>
internal static class ImportEndpoints
{
    public static void MapBulkImport(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/bulk/v1/leads.json") { Post = Writes(AnswerLeads) });
        app.MapStatus("/bulk/v1/leads/batch/{batchId}.json", "/bulk/v1/leads/batch/{batchId}", ImportKind.Leads, MarketoPermissions.ReadLead);
        app.MapRoute(new MarketoRoute("/bulk/v1/program/{programId}/members/import.json") { Post = Writes(AnswerMembers) });
        app.MapStatus("/bulk/v1/program/members/import/{batchId}/status.json", "/bulk/v1/program/members/import/{batchId}", ImportKind.Members, MarketoPermissions.ReadLead);
        const string OfObject = "/bulk/v1/customobjects/{apiName}/import";
        app.MapRoute(new MarketoRoute(OfObject + ".json") { Post = Writes(AnswerObjects, MarketoPermissions.ReadWriteCustomObject) });
        app.MapStatus(OfObject + "/{batchId}/status.json", OfObject + "/{batchId}", ImportKind.Objects, MarketoPermissions.ReadCustomObject);
    }

    private static void MapStatus(this IEndpointRouteBuilder app, string status, string batch, ImportKind kind, MarketoPermissions permission)
    {
        app.MapRoute(new MarketoRoute(status) { Get = Reads(call => ImportStatusPage.Answer(call, kind), permission) });
        app.MapRoute(new MarketoRoute(batch + "/failures.json") { Get = Reads(call => ImportStatusPage.AnswerFile(call, kind, job => job.Failures), permission) });
        app.MapRoute(new MarketoRoute(batch + "/warnings.json") { Get = Reads(call => ImportStatusPage.AnswerFile(call, kind, job => job.Warnings), permission) });
    }

    /// <summary>Whether a call brings a file, which may be larger than other bodies.</summary>
    public static bool IsImport(string path) =>
        path.StartsWith("/bulk/v1/", StringComparison.Ordinal) && (path == "/bulk/v1/leads.json" || path.EndsWith("/import.json", StringComparison.Ordinal));

    private static void AnswerLeads(MarketoCall call)
    {
        if (ImportRequest.Read(call) is not { } request)
        {
            return;
        }

        var partitionName = call.Parameters["partitionName"];
        var partition = partitionName is null ? null : LeadAccess.FindPartition(call, partitionName);
        if (partition is null && (partitionName is not null || LeadAccess.Default(call) is null))
        {
            call.Fail(partitionName is null ? MarketoErrors.PartitionMissing : MarketoErrors.PartitionDenied(partitionName));
            return;
        }

        var name = call.Parameters["lookupField"] ?? "email";
        if (call.Instance.Schema.Find(name) is not { Searchable: true } lookup)
        {
            call.Fail(MarketoErrors.LookupNotSupported(name));
            return;
        }

        var target = new ImportTarget(ImportKind.Leads, []) { Lookup = lookup, Visible = call.Token!.Credential.Partitions, Partition = partition };
        if (TryFindList(call, ref target) && request.BindColumns(request.PersonColumn, [lookup]) is { } columns)
        {
            request.Queue(target with { Columns = columns });
        }
    }

    private static bool TryFindList(MarketoCall call, ref ImportTarget target)
    {
        if (call.Parameters["listId"] is not { } text)
        {
            return true;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            call.Fail(MarketoErrors.InvalidValue(text, "Integer"));
            return false;
        }

        if (call.Instance.Assets.FindList(id) is not { } list)
        {
            call.Fail(MarketoErrors.ObjectNotFound);
            return false;
        }

        if (call.Store.Imports.IsImportedTo(id))
        {
            call.Fail(MarketoErrors.ImportInProgress);
            return false;
        }

        target = target with { List = list };
        return true;
    }

    private static void AnswerMembers(MarketoCall call)
    {
        var program = int.TryParse(call.Sim.Route("programId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? call.Instance.Assets.FindProgram(id) : null;
        if (ImportRequest.Read(call) is not { } request)
        {
            return;
        }

        if (program is null)
        {
            call.Fail(MarketoErrors.ObjectNotFound);
            return;
        }

        if (call.Parameters["programMemberStatus"] is not { } name)
        {
            call.Fail(MarketoErrors.MissingParameter("programMemberStatus"));
            return;
        }

        if (call.Instance.Assets.FindStatus(program, name) is not { } status)
        {
            call.Fail(MarketoErrors.StatusNotFound);
            return;
        }

        var lookup = call.Instance.Schema.Email;
        var members = call.Instance.MemberSchema;
        if (request.BindColumns(column => members.Find(column) is { } field ? new ImportColumn(field, true) : request.PersonColumn(column), [lookup]) is { } columns)
        {
            request.Queue(new ImportTarget(ImportKind.Members, columns) { Lookup = lookup, Visible = call.Token!.Credential.Partitions, Program = program, Status = status });
        }
    }

    private static void AnswerObjects(MarketoCall call)
    {
        if (ImportRequest.Read(call) is not { } request)
        {
            return;
        }

        var name = call.Sim.Route("apiName");
        if (call.Store.Objects.FindCustom(name)?.Kind is not { } kind)
        {
            call.Fail(MarketoErrors.ObjectNotFound);
        }
        else if (request.BindColumns(column => kind.Find(column) is { } field ? new ImportColumn(field, false) : null, kind.Dedupe) is { } columns)
        {
            request.Queue(new ImportTarget(ImportKind.Objects, columns) { ApiName = name });
        }
    }
}
