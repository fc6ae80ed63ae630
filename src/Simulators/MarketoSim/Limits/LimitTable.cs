using System.Text.Json;
using SfMarketo.Kernel.Control;
using SfMarketo.Kernel.Quotas;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Limits;

/// <summary>All limits that can be changed while the instance runs.</summary>
internal static class LimitTable
{
    private const int Many = 1_000_000_000;
    private static readonly string[] Kinds = ["sliding", "fixed"];
    private static readonly string[] Counts = ["starred-free", "all-count", "none-count"];

    private static readonly LimitEntry[] Numbers =
    [
        new("callsPerWindow", 100_000, of => of.CallsPerWindow, (of, value) => of with { CallsPerWindow = value }),
        new("windowSeconds", 3_600, of => of.WindowSeconds, (of, value) => of with { WindowSeconds = value }),
        new("concurrentCalls", 1_000, of => of.ConcurrentCalls, (of, value) => of with { ConcurrentCalls = value }),
        new("callsPerDay", Many, of => of.CallsPerDay, (of, value) => of with { CallsPerDay = value }),
        new("bodyBytes", 100_000_000, of => of.BodyBytes, (of, value) => of with { BodyBytes = value }),
        new("importBytes", 100_000_000, of => of.ImportBytes, (of, value) => of with { ImportBytes = value }),
        new("exportBytesPerDay", Many, of => of.ExportBytesPerDay, (of, value) => of with { ExportBytesPerDay = value }),
        new("uriCharacters", 64_000, of => of.UriCharacters, (of, value) => of with { UriCharacters = value }),
        new("batchRecords", 100_000, of => of.BatchRecords, (of, value) => of with { BatchRecords = value }),
        new("importJobs", 1_000, of => of.ImportJobs, (of, value) => of with { ImportJobs = value }),
        new("exportJobs", 1_000, of => of.ExportJobs, (of, value) => of with { ExportJobs = value }),
        new("emailsPerDay", MarketoSimOptions.NoLimit, of => of.EmailsPerDay, (of, value) => of with { EmailsPerDay = value }),
        new("emailsPerWeek", MarketoSimOptions.NoLimit, of => of.EmailsPerWeek, (of, value) => of with { EmailsPerWeek = value }),
        new("tokenSeconds", 31_536_000, of => of.TokenLifetime, (of, value) => of with { TokenLifetime = value }),
    ];

    /// <summary>Writes them as members.</summary>
    public static void Write(Utf8JsonWriter json, MarketoSimOptions options)
    {
        foreach (var number in Numbers)
        {
            json.WriteNumber(number.Name, number.Get(options));
        }

        json.WriteString("windowKind"u8, Kinds[(int)options.RateWindow]);
        json.WriteString("quotaResetZone"u8, options.QuotaResetZone);
        json.WriteString("countRejected"u8, Counts[(int)options.CountRejected]);
    }

    /// <summary>What the body changes, read to its end.</summary>
    public static Func<MarketoSimOptions, MarketoSimOptions> Read(ControlInput input)
    {
        List<Func<MarketoSimOptions, MarketoSimOptions>> changes = [];
        foreach (var number in Numbers)
        {
            if (input.Whole(number.Name, 1, number.Most) is { } value)
            {
                changes.Add(options => number.With(options, value));
            }
        }

        if (input.Word("windowKind", Kinds) is { } kind)
        {
            changes.Add(options => options with { RateWindow = (RateWindow)Array.IndexOf(Kinds, kind) });
        }

        if (input.Text("quotaResetZone") is { } zone)
        {
            changes.Add(zone == MarketoSimOptions.SeedZone || DayQuota.HasZone(zone)
                ? options => options with { QuotaResetZone = zone }
                : throw input.Wrong("quotaResetZone", $"'{zone}' is no time zone", "write an IANA zone such as America/Chicago, or a fixed offset such as UTC-06"));
        }

        if (input.Word("countRejected", Counts) is { } counted)
        {
            changes.Add(options => options with { CountRejected = (CountRejected)Array.IndexOf(Counts, counted) });
        }

        input.End();
        return options => changes.Aggregate(options, (before, change) => change(before));
    }
}
