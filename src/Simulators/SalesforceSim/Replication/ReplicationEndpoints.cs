using System.Globalization;
using Microsoft.AspNetCore.Routing;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Calls;
using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Replication;

/// <summary><c>/sobjects/{O}/updated</c> and <c>/deleted</c>: ids of what changed in a span of time (salesforce-data.md section 3).</summary>
internal static class ReplicationEndpoints
{
    private const int MostIds = 600_000;
    private const long Minute = 60 * Micros.PerSecond;
    private const long Day = 24 * 60 * Minute;
    private const long UpdatedLooksBack = 30 * Day;

    public static void MapReplication(this IEndpointRouteBuilder app)
    {
        app.MapData("GET", "/sobjects/{object}/updated", Updated);
        app.MapData("GET", "/sobjects/{object}/deleted", Deleted);
    }

    private static void Updated(SalesforceOrg org, SimCall call)
    {
        if (TypeOf(org, call) is not { } type || Span(call, call.WallNow - UpdatedLooksBack) is not { } span)
        {
            return;
        }

        var covered = Covered(org, call, type, span);
        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartArray("ids"u8);
        foreach (var row in Changed(org.Store, type, span))
        {
            if (!row.Deleted && Count(call))
            {
                json.WriteStringValue(row.Id);
            }
        }

        json.WriteEndArray();
        json.WriteString("latestDateCovered"u8, FieldValues.FormatDateTime(covered));
        json.WriteEndObject();
        RefuseTooMany(call);
    }

    private static void Deleted(SalesforceOrg org, SimCall call)
    {
        var earliest = RecycleBin.From(call.WallNow) / Minute * Minute;
        if (TypeOf(org, call) is not { } type || Span(call, earliest) is not { } span)
        {
            return;
        }

        var covered = Covered(org, call, type, span);
        if (!org.Switches.ReplicationEndAfterCoveredAnswers && span.End > covered)
        {
            Refuse(call, "endDate must not be after the latest date covered");
            return;
        }

        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartArray("deletedRecords"u8);
        foreach (var row in Changed(org.Store, type, span))
        {
            if (row.Deleted && Count(call))
            {
                json.WriteStartObject();
                json.WriteString("id"u8, row.Id);
                json.WriteString("deletedDate"u8, FieldValues.FormatDateTime(row.Stamp));
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteString("earliestDateAvailable"u8, FieldValues.FormatDateTime(earliest));
        json.WriteString("latestDateCovered"u8, FieldValues.FormatDateTime(covered));
        json.WriteEndObject();
        RefuseTooMany(call);
    }

    private static SObjectType? TypeOf(SalesforceOrg org, SimCall call)
    {
        var type = RowEndpoints.TypeOf(org, call);
        if (type is { Writable: false })
        {
            // replicateable: false in its describe.
            call.Refuse(RowErrors.NotFound);
            return null;
        }

        return type;
    }

    /// <summary>Start and end without their seconds; null when the call has been refused.</summary>
    private static (long Start, long End)? Span(SimCall call, long earliest)
    {
        if (Instant(call, "start") is not { } start || Instant(call, "end") is not { } end)
        {
            return null;
        }

        if (end - start < Minute)
        {
            Refuse(call, "startDate must be before endDate");
            return null;
        }

        if (start < earliest / Minute * Minute)
        {
            Refuse(call, "startDate before org or replication enabled date");
            return null;
        }

        return (start, end);
    }

    private static long? Instant(SimCall call, string name)
    {
        var text = call.Http.Request.Query[name].ToString();
        if (text.Length == 0)
        {
            call.Refuse(400, "MISSING_ARGUMENT", $"Parameter {name} is required.");
            return null;
        }

        if (!ValueReader.TryDateTime(text, out var micros))
        {
            Refuse(call, string.Create(CultureInfo.InvariantCulture, $"invalid date: {text}"));
            return null;
        }

        return micros / Minute * Minute;
    }

    // Never after now: what is committed in this minute may not be all of it yet.
    private static long Covered(SalesforceOrg org, SimCall call, SObjectType type, (long Start, long End) span)
    {
        org.Store.Late.Turn(call.Now);
        return Math.Min(span.End, Math.Min(call.WallNow, org.Store.Late.OldestStamp(type) ?? long.MaxValue) / Minute * Minute);
    }

    private static IEnumerable<SRow> Changed(OrgStore store, SObjectType type, (long Start, long End) span) =>
        store.Late.See(type, store[type].ChangedSince(span.Start).TakeWhile(row => row.Stamp < span.End)).Where(row => row.Stamp >= span.Start && row.Stamp < span.End);

    private static bool Count(SimCall call) => ++call.Records <= MostIds;

    private static void RefuseTooMany(SimCall call)
    {
        if (call.Records > MostIds)
        {
            call.Refuse(400, "EXCEEDED_ID_LIMIT", $"exceeded max id limit: {MostIds}");
        }
    }

    private static void Refuse(SimCall call, string message) => call.Refuse(400, "INVALID_REPLICATION_DATE", message);
}
