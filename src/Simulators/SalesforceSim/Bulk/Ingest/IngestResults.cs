using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Csv;
using SfMarketo.SalesforceSim.Bulk.Wire;
using SfMarketo.SalesforceSim.Rows;

namespace SfMarketo.SalesforceSim.Bulk.Ingest;

/// <summary>The result files of a job (salesforce-data.md section 4.2): the rows as they came, with what became of them in front.</summary>
internal static class IngestResults
{
    public static void Successful(SalesforceOrg org, SimCall call) => Answer(org, call, ["sf__Id", "sf__Created"], (job, file) =>
    {
        foreach (var (row, outcome) in job.Outcomes(org.Draws))
        {
            if (outcome.Error is null)
            {
                file.Write(row, outcome.Id, outcome.Created ? "true" : "false");
            }
        }
    });

    public static void Failed(SalesforceOrg org, SimCall call) => Answer(org, call, ["sf__Id", "sf__Error"], (job, file) =>
    {
        foreach (var (row, outcome) in job.Outcomes(org.Draws))
        {
            if (outcome.Error is not null)
            {
                file.Write(row, outcome.Id, outcome.Told(call).ErrorText);
            }
        }
    });

    public static void Unprocessed(SalesforceOrg org, SimCall call) => Answer(org, call, [], (job, file) =>
    {
        foreach (var row in job.Unprocessed())
        {
            file.Write(row);
        }
    });

    private static void Answer(SalesforceOrg org, SimCall call, string[] front, Action<IngestJob, RowFile> write)
    {
        if (IngestEndpoints.Find(org, call) is not { } job)
        {
            return;
        }

        if (!job.IsFinal)
        {
            call.Refuse(BulkErrors.JobState($"Results of the job are not there in state {job.State}."));
            return;
        }

        call.ContentType = "text/csv";
        if (job.FileOrRead() is not { } source)
        {
            // Nothing came: there are no columns to tell of.
            return;
        }

        var file = new RowFile(call, source);
        if (org.Switches.BulkEmptyResultHasHeader)
        {
            file.WriteHeader(front);
            write(job, file);
        }
        else
        {
            file.Front = front;
            write(job, file);
        }

        call.Records = file.Count;
    }

    private sealed class RowFile(SimCall call, IngestFile source)
    {
        private readonly CsvReader reader = source.Open();
        private readonly CsvWriter writer = new(call.Raw, source.Dialect);

        public int Count { get; private set; }

        /// <summary>Columns of a header that comes with the first row only.</summary>
        public string[]? Front { get; set; }

        public void WriteHeader(string[] front)
        {
            foreach (var name in front)
            {
                writer.Write(name);
            }

            foreach (var name in source.Header)
            {
                writer.Write(name);
            }

            writer.EndRow();
            Front = null;
        }

        public void Write(int row, params ReadOnlySpan<string?> front)
        {
            if (Front is { } waiting)
            {
                WriteHeader(waiting);
            }

            foreach (var value in front)
            {
                writer.Write(value);
            }

            reader.MoveTo(source.Rows[row]);
            reader.Read();
            for (var column = 0; column < source.Header.Count; column++)
            {
                writer.Write(column < reader.Count ? reader[column] : default);
            }

            writer.EndRow();
            Count++;
        }
    }
}
