using System.Text;
using SfMarketo.Kernel.Csv;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Bulk.Ingest;

/// <summary>The rows of a file with the fields that its header names.</summary>
internal sealed class CsvRows
{
    private readonly CsvReader reader;
    private readonly SObjectType type;
    private readonly TextTarget[] targets;
    private char[] characters = new char[256];

    private CsvRows(IngestFile file, SObjectType type, TextTarget[] targets) => (File, reader, this.type, this.targets) = (file, file.Open(), type, targets);

    public IngestFile File { get; }

    /// <summary>Looks the columns up.</summary>
    /// <param name="file">The file.</param>
    /// <param name="schema">The org's objects.</param>
    /// <param name="type">Of its rows.</param>
    /// <param name="problem">Why its job fails; null when it does not.</param>
    /// <returns>Null when there is a problem.</returns>
    public static CsvRows? Bind(IngestFile file, OrgSchema schema, SObjectType type, out string? problem)
    {
        problem = file.Problem;
        var targets = new TextTarget[file.Header.Count];
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var column = 0; problem is null && column < targets.Length; column++)
        {
            var name = file.Header[column];
            if (TextTarget.Find(schema, type, name) is not { } target)
            {
                problem = "InvalidBatch : Field name not found : " + name;
                continue;
            }

            targets[column] = target;
            problem = seen.Add(name) ? null : "InvalidBatch : Field name is in the header twice : " + name;
        }

        return problem is null ? new CsvRows(file, type, targets) : null;
    }

    /// <summary>Reads a row's cells.</summary>
    /// <param name="row">Its place in the file's rows.</param>
    /// <param name="input">Started here.</param>
    /// <param name="values">Takes the texts.</param>
    public void Read(int row, RowInput input, TextValues values)
    {
        reader.MoveTo(File.Rows[row]);
        reader.Read();
        input.Start(type);
        for (var column = 0; column < reader.Count; column++)
        {
            var cell = reader[column];
            if (cell.IsEmpty)
            {
                continue;
            }

            if (characters.Length < cell.Length)
            {
                characters = new char[cell.Length * 2];
            }

            values.Add(input, targets[column], characters.AsSpan(0, Encoding.UTF8.GetChars(cell, characters)));
        }
    }
}
