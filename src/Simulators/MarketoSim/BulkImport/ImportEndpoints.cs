using System.Globalization;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.MarketoSim.Calls;
using static SfMarketo.MarketoSim.MarketoSimEndpoints;

namespace SfMarketo.MarketoSim.BulkImport;

/// <summary>Source: Marketo REST API, "Bulk lead import" and "Bulk program member import".</summary>
internal static class ImportEndpoints
{
    public static void MapBulkImport(this IEndpointRouteBuilder app)
    {
        app.MapRoute(new MarketoRoute("/bulk/v1/leads.json") { Post = Writes(AnswerLeads) });
        app.MapRoute(new MarketoRoute("/bulk/v1/leads/batch/{batchId}.json") { Get = Reads(ImportStatusPage.AnswerLeads) });
        app.MapRoute(new MarketoRoute("/bulk/v1/leads/batch/{batchId}/failures.json") { Get = Reads(ImportStatusPage.AnswerLeadFailures) });
        app.MapRoute(new MarketoRoute("/bulk/v1/leads/batch/{batchId}/warnings.json") { Get = Reads(ImportStatusPage.AnswerLeadWarnings) });
        app.MapRoute(new MarketoRoute("/bulk/v1/program/{programId}/members/import.json") { Post = Writes(AnswerMembers) });
        app.MapRoute(new MarketoRoute("/bulk/v1/program/members/import/{batchId}/status.json") { Get = Reads(ImportStatusPage.AnswerMembers) });
        app.MapRoute(new MarketoRoute("/bulk/v1/program/members/import/{batchId}/failures.json") { Get = Reads(ImportStatusPage.AnswerMemberFailures) });
        app.MapRoute(new MarketoRoute("/bulk/v1/program/members/import/{batchId}/warnings.json") { Get = Reads(ImportStatusPage.AnswerMemberWarnings) });
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

        if (call.Parameters["partitionName"] is { } partition && partition != "Default")
        {
            call.Fail(MarketoErrors.PartitionDenied(partition));
            return;
        }

        var name = call.Parameters["lookupField"] ?? "email";
        if (call.Instance.Schema.Find(name) is not { Searchable: true } lookup)
        {
            call.Fail(MarketoErrors.LookupNotSupported(name));
            return;
        }

        var target = new ImportTarget([], lookup);
        if (TryFindList(call, ref target) && request.BindColumns(lookup, withMembers: false) is { } columns)
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
        if (request.BindColumns(lookup, withMembers: true) is { } columns)
        {
            request.Queue(new ImportTarget(columns, lookup) { Program = program, Status = status });
        }
    }
}
