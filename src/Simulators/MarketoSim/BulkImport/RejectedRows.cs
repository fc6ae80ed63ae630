using System.Buffers;
using SfMarketo.Kernel.Csv;

namespace SfMarketo.MarketoSim.BulkImport;

/// <summary>The failures or warnings file of an import: its header and the rows in question as they came, with one more column. Empty when there is none.</summary>
internal sealed class RejectedRows(CsvDialect dialect, string reasonColumn)
{
    private ArrayBufferWriter<byte>? output;
    private CsvWriter? writer;

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Content => output is null ? default : output.WrittenSpan;

    /// <summary>Adds the reader's row.</summary>
    /// <param name="row">On the row.</param>
    /// <param name="header">The file's header.</param>
    /// <param name="reason">What the last column says.</param>
    public void Add(CsvReader row, IReadOnlyList<string> header, string reason)
    {
        if (writer is null)
        {
            writer = new CsvWriter(output = new ArrayBufferWriter<byte>(), dialect);
            foreach (var name in header)
            {
                writer.Write(name);
            }

            writer.Write(reasonColumn);
            writer.EndRow();
        }

        // A row that is too short or too long keeps the reason in the last column.
        for (var column = 0; column < header.Count; column++)
        {
            writer.Write(column < row.Count ? row[column] : default);
        }

        writer.Write(reason);
        writer.EndRow();
        Count++;
    }

    public RejectedRows Fork()
    {
        var fork = new RejectedRows(dialect, reasonColumn) { Count = Count };
        if (output is not null)
        {
            fork.output = new ArrayBufferWriter<byte>(output.WrittenCount);
            fork.output.Write(output.WrittenSpan);
            fork.writer = new CsvWriter(fork.output, dialect);
        }

        return fork;
    }
}
