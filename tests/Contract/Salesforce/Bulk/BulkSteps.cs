using System.Net.Http.Headers;
using System.Text;

namespace SfMarketo.Tests.Contract.Salesforce.Bulk;

/// <summary>The steps of jobs as clients take them.</summary>
internal static class BulkSteps
{
    /// <summary>Makes an ingest job and returns its id.</summary>
    public static async Task<string> CreateJob(this OrgHost host, string operation, string @object, string more = "")
    {
        var answer = await host.Call("POST", "jobs/ingest", $$"""{"object":"{{@object}}","operation":"{{operation}}"{{(more.Length > 0 ? "," + more : "")}}}""");
        answer.Status.Should().Be(200, answer.Body);
        return answer["id"].GetString()!;
    }

    public static async Task<OrgAnswer> Upload(this OrgHost host, string job, string csv)
    {
        using var content = Csv(csv);
        return await host.CallWith("PUT", $"jobs/ingest/{job}/batches", content);
    }

    public static Task<OrgAnswer> SetState(this OrgHost host, string job, string state, string kind = "ingest") => host.Call("PATCH", $"jobs/{kind}/{job}", $$"""{"state":"{{state}}"}""");

    /// <summary>Makes a job, brings the rows, closes it and waits for its end.</summary>
    public static async Task<(string Job, OrgAnswer Info)> Ingest(this OrgHost host, string operation, string @object, string csv, string more = "")
    {
        var job = await host.CreateJob(operation, @object, more);
        (await host.Upload(job, csv)).Status.Should().Be(201);
        (await host.SetState(job, "UploadComplete")).Status.Should().Be(200);
        return (job, await host.WaitFor(job));
    }

    /// <summary>Asks every two seconds until the job is at its end.</summary>
    public static async Task<OrgAnswer> WaitFor(this OrgHost host, string job, string kind = "ingest")
    {
        for (var turn = 0; turn < 600; turn++)
        {
            var info = await host.Call("GET", $"jobs/{kind}/{job}");
            info.Status.Should().Be(200, info.Body);
            if (info["state"].GetString() is "JobComplete" or "Failed" or "Aborted")
            {
                return info;
            }

            await host.PassAsync(TimeSpan.FromSeconds(2));
        }

        throw new TimeoutException("The job did not end.");
    }

    public static async Task<string> Results(this OrgHost host, string job, string file)
    {
        var answer = await host.Call("GET", $"jobs/ingest/{job}/{file}");
        answer.Status.Should().Be(200, answer.Body);
        answer.Headers["Content-Type"].Should().StartWith("text/csv");
        return answer.Body;
    }

    /// <summary>Lines of a result without the header, sorted: their order says nothing.</summary>
    public static IEnumerable<string> Rows(string csv) => csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Order(StringComparer.Ordinal);

    /// <summary>Makes a query job, waits for its end and returns its id.</summary>
    public static async Task<string> RunQuery(this OrgHost host, string soql, string more = "", string operation = "query")
    {
        var made = await host.Call("POST", "jobs/query", $$"""{"operation":"{{operation}}","query":{{Quote(soql)}}{{(more.Length > 0 ? "," + more : "")}}}""");
        made.Status.Should().Be(200, made.Body);
        var id = made["id"].GetString()!;
        (await host.WaitFor(id, "query"))["state"].GetString().Should().Be("JobComplete");
        return id;
    }

    /// <summary>A text of JSON.</summary>
    public static string Quote(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    public static HttpContent Csv(string csv)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return content;
    }
}
