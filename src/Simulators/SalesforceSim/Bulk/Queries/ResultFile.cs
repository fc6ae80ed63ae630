using System.Buffers;
using SfMarketo.Kernel.Csv;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.SalesforceSim.Bulk.Queries;

/// <summary>The rows of a result as they are sent, in pieces, so that a page can begin at any row.</summary>
internal sealed class ResultFile
{
    private readonly IReadOnlyList<QueryColumn> columns;
    private readonly CsvDialect dialect;
    private readonly byte[] header;
    private readonly List<Piece> pieces;

    public ResultFile(IReadOnlyList<QueryColumn> columns, CsvDialect dialect)
    {
        (this.columns, this.dialect, pieces) = (columns, dialect, []);
        var output = new ArrayBufferWriter<byte>();
        var writer = new CsvWriter(output, dialect);
        foreach (var column in columns)
        {
            writer.Write(column.Name);
        }

        writer.EndRow();
        header = output.WrittenSpan.ToArray();
    }

    private ResultFile(ResultFile other) => (columns, dialect, header, pieces, Count, Length) = (other.columns, other.dialect, other.header, [.. other.pieces], other.Count, other.Length);

    /// <summary>Rows.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes, without the header.</summary>
    public long Length { get; private set; }

    /// <summary>Adds rows, with their values and their parents' as they are now.</summary>
    public void Add(ReadOnlySpan<SRow> rows, QueryScope scope)
    {
        var output = new ArrayBufferWriter<byte>(rows.Length * 64 + 16);
        var writer = new CsvWriter(output, dialect);
        var starts = new int[rows.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            starts[row] = output.WrittenCount;
            foreach (var column in columns)
            {
                column.Write(writer, rows[row], scope);
            }

            writer.EndRow();
        }

        pieces.Add(new Piece(Count, starts, output.WrittenSpan.ToArray()));
        Count += rows.Length;
        Length += output.WrittenCount;
    }

    /// <summary>Writes the header and some rows.</summary>
    public void Write(IBufferWriter<byte> target, int from, int count)
    {
        target.Write(header);
        var to = Math.Min(Count, from + count);
        foreach (var piece in pieces)
        {
            if (piece.First < to && piece.First + piece.Starts.Length > from)
            {
                target.Write(piece.Slice(Math.Max(0, from - piece.First), Math.Min(piece.Starts.Length, to - piece.First)));
            }
        }
    }

    /// <summary>The same rows, to which others are added.</summary>
    public ResultFile Fork() => new(this);

    private sealed record Piece(int First, int[] Starts, byte[] Content)
    {
        public ReadOnlySpan<byte> Slice(int from, int to) => Content.AsSpan(Starts[from]..(to == Starts.Length ? Content.Length : Starts[to]));
    }
}
