using System.Globalization;
using System.Text;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Csv;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.BulkImport;

/// <summary>What import calls share: the format, the multipart file and its header.</summary>
internal sealed class ImportRequest
{
    /// <summary>Beyond it a header is no header.</summary>
    private const int MaxColumns = 1000;

    private ImportRequest(MarketoCall call, DelimitedFormat format, ReadOnlyMemory<byte> file, CsvReader rows)
    {
        (Call, Format, File, Rows) = (call, format, file, rows);
        Header = [.. Enumerable.Range(0, rows.Count).Select(column => Encoding.UTF8.GetString(rows[column]).Trim())];
    }

    public MarketoCall Call { get; }

    public DelimitedFormat Format { get; }

    public ReadOnlyMemory<byte> File { get; }

    /// <summary>On the header.</summary>
    public CsvReader Rows { get; }

    public IReadOnlyList<string> Header { get; }

    /// <summary>Null when the call was refused.</summary>
    public static ImportRequest? Read(MarketoCall call)
    {
        if (call.Parameters["format"] is not { } name)
        {
            return Refuse(call, MarketoErrors.MissingParameter("format"));
        }

        if (DelimitedFormat.Find(name) is not { } format)
        {
            return Refuse(call, MarketoErrors.InvalidData($"Invalid format '{name}'"));
        }

        if (MultipartBody.Parse(call.Sim.Http.Request.ContentType, call.Sim.Body) is not { } form)
        {
            return Refuse(call, MarketoErrors.InvalidMultipart);
        }

        if (form.Find("file") is not { } file)
        {
            return Refuse(call, MarketoErrors.MissingParameter("file"));
        }

        var rows = new CsvReader(file, format.Dialect);
        if (!rows.Read())
        {
            return Refuse(call, MarketoErrors.InvalidData("Empty file"));
        }

        return rows.Problem != CsvProblem.None || rows.Count > MaxColumns
            ? Refuse(call, MarketoErrors.InvalidData("Invalid header"))
            : new ImportRequest(call, format, file, rows);
    }

    /// <summary>The fields that the header names; null when the call was refused.</summary>
    /// <param name="find">The column of a name; null for an unknown one.</param>
    /// <param name="keys">Must be among them; these may be fields that are not updateable.</param>
    public List<ImportColumn>? BindColumns(Func<string, ImportColumn?> find, IReadOnlyList<PersonField> keys)
    {
        var columns = new List<ImportColumn>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        MarketoError? problem = null;
        foreach (var name in Header)
        {
            if (find(name) is not { } column)
            {
                problem ??= MarketoErrors.FieldNotFound(name);
                continue;
            }

            problem ??= !names.Add(name) ? MarketoErrors.InvalidData($"Field '{name}' is in the header twice")
                : column.Field.ReadOnly && !keys.Contains(column.Field) ? MarketoErrors.InvalidData($"Field '{name}' is not updateable")
                : null;
            columns.Add(column);
        }

        problem ??= keys.FirstOrDefault(key => !names.Contains(key.Name)) is { } missing ? MarketoErrors.MissingParameter(missing.Name) : null;
        if (problem is { } error)
        {
            Call.Fail(error);
            return null;
        }

        return columns;
    }

    /// <summary>The column of a person's field.</summary>
    public ImportColumn? PersonColumn(string name) => Call.Instance.Schema.Find(name) is { } field ? new ImportColumn(field, false) : null;

    /// <summary>Queues the import and answers with its batch id, or refuses it because the queue is full.</summary>
    public void Queue(ImportTarget target)
    {
        Call.Sim.Records = RowCount.Of(File.Span) - 1;
        var imports = Call.Store.Imports;
        if (imports.ActiveCount >= Call.Instance.Options.ImportJobs)
        {
            Call.Sim.Guidance = $"{Call.Instance.Options.ImportJobs} imports wait or run; the next call for one is taken when the first of them is complete";
            Call.Fail(MarketoErrors.TooManyImports);
            return;
        }

        var id = imports.NextBatchId;

        // How long the vendor takes is not documented; clients are told to ask every 5 to 30 s.
        var draws = Call.Instance.Draws.Fork(string.Create(CultureInfo.InvariantCulture, $"marketo.import.{id}"));
        var job = new ImportJob(id, Format, target)
        {
            Header = Header,
            Call = Call.Sim.Number,
            Client = Call.Sim.Client,
            SubmittedAt = Call.Sim.Now,
            StartMicros = draws.Next(1_000_000, 5_000_000),
            BlockMicros = draws.Next(500_000, 1_500_000),
        };
        job.Take(File, Rows);
        imports.Add(job);
        Call.StartResult();
        ImportStatusPage.WriteIds(Call, job);
        Call.Json.WriteEndObject();
        Call.EndResult();
    }

    private static ImportRequest? Refuse(MarketoCall call, MarketoError error)
    {
        call.Fail(error);
        return null;
    }
}
