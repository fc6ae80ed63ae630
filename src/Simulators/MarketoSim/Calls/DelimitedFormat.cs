using SfMarketo.Kernel.Csv;

namespace SfMarketo.MarketoSim.Calls;

/// <summary>The formats of bulk files: csv, tsv and ssv, the last with semicolons.</summary>
/// <remarks>Source: Marketo REST API, "Bulk import" and "Bulk extract"; two extract pages call ssv space-separated, which no example shows.</remarks>
internal sealed record DelimitedFormat(string Name, CsvDialect Dialect, string ContentType)
{
    private static readonly DelimitedFormat[] All =
    [
        new("CSV", CsvDialect.Comma, "text/csv;charset=UTF-8"),
        new("TSV", CsvDialect.Tab, "text/tab-separated-values;charset=UTF-8"),
        new("SSV", CsvDialect.Semicolon, "text/csv;charset=UTF-8"),
    ];

    public static DelimitedFormat Csv => All[0];

    /// <summary>By name, in any case; null for another word.</summary>
    public static DelimitedFormat? Find(string name) => Array.Find(All, format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
