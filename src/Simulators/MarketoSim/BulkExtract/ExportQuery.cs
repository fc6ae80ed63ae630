using System.Buffers;
using SfMarketo.Kernel.Csv;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Leads;

namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>What an extract selects and shows, checked when the job is created. Never changed.</summary>
/// <param name="Headers">Texts of the file's first row.</param>
internal abstract record ExportQuery(IReadOnlyList<string> Headers)
{
    /// <summary>The word for a field without a value.</summary>
    protected const string NoValue = "null";

    /// <summary>The partitions whose people its user sees; none for all.</summary>
    public IReadOnlyList<string> Visible { get; init; } = [];

    /// <summary>Writes the file as the instance is now.</summary>
    /// <returns>How many records it has.</returns>
    public int Write(MarketoInstance instance, long now, IBufferWriter<byte> output, CsvDialect dialect)
    {
        var writer = new CsvWriter(output, dialect);
        foreach (var header in Headers)
        {
            writer.Write(header);
        }

        writer.EndRow();
        return WriteRows(instance, now, writer);
    }

    /// <summary>Whether a person of the file is one that its user sees (unverified: as in single reads).</summary>
    protected bool Sees(MarketoInstance instance, PersonRow row) => Visible.Count == 0 || new LeadScope(instance, Visible).Sees(row);

    protected abstract int WriteRows(MarketoInstance instance, long now, CsvWriter writer);

    protected static void WriteValue(CsvWriter writer, object? value) => writer.Write(PersonWriter.Wire(value) ?? NoValue);
}
