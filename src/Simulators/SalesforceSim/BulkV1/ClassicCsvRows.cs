using SfMarketo.SalesforceSim.Bulk;
using SfMarketo.SalesforceSim.Bulk.Ingest;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.BulkV1;

/// <summary>Rows of CSV: commas, either line end.</summary>
internal sealed class ClassicCsvRows(CsvRows rows) : ClassicRows
{
    public override int Count => rows.File.Rows.Count;

    public static ClassicRows? Bind(SalesforceOrg org, IngestSpec spec, ReadOnlyMemory<byte> content, out string? problem) =>
        CsvRows.Bind(IngestFile.Read(content, BulkFormat.Default.Dialect, null), org.Store.Schema, spec.Type, out problem) is { } rows ? new ClassicCsvRows(rows) : null;

    public override void Read(SalesforceOrg org, int row, RowInput input) => rows.Read(row, input, new TextValues(org.Store, TextForm.Bulk, org.Switches.PicklistsUnrestricted));
}
