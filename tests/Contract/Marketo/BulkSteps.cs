using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>What tests of imports and extracts do again and again.</summary>
internal static class BulkSteps
{
    private const int MostPolls = 60;

    /// <summary>Sends a file as the vendor wants it: multipart, in a part named <c>file</c>.</summary>
    public static Task<JsonElement> ImportAsync(this MarketoHost marketo, string path, string file) => marketo.ImportAsync(path, Encoding.UTF8.GetBytes(file));

    public static async Task<JsonElement> ImportAsync(this MarketoHost marketo, string path, byte[] file)
    {
        using var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var form = new MultipartFormDataContent { { part, "file", "people.csv" } };
        using var response = await marketo.Http.PostAsync(path, form, TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    /// <summary>Imports people and waits until it is done.</summary>
    /// <returns>The last status.</returns>
    public static async Task<JsonElement> ImportLeadsAsync(this MarketoHost marketo, string query, string file)
    {
        var id = (await marketo.ImportAsync("/bulk/v1/leads.json?" + query, file)).Result().Single().GetProperty("batchId").GetInt32();
        return await marketo.UntilAsync($"/bulk/v1/leads/batch/{id}.json", "Complete", 5);
    }

    /// <summary>Creates an extract, queues it and waits until it is done.</summary>
    /// <returns>The last status.</returns>
    public static async Task<JsonElement> ExportAsync(this MarketoHost marketo, string path, string body)
    {
        var job = await marketo.CreateExportAsync(path, body);
        (await marketo.PostAsync($"{path}/{job}/enqueue.json", "")).Result().Single().Text("status").Should().Be("Queued");
        return await marketo.UntilAsync($"{path}/{job}/status.json", "Completed", 60);
    }

    /// <summary>Creates an extract.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> CreateExportAsync(this MarketoHost marketo, string path, string body) =>
        (await marketo.PostAsync(path + "/create.json", body)).Result().Single().Text("exportId")!;

    /// <summary>Asks for a job's status every so many seconds.</summary>
    public static async Task<JsonElement> UntilAsync(this MarketoHost marketo, string path, string status, int seconds)
    {
        for (var poll = 0; poll < MostPolls; poll++)
        {
            var job = (await marketo.GetAsync(path)).Result().Single();
            if (job.Text("status") == status)
            {
                return job;
            }

            await marketo.PassAsync(TimeSpan.FromSeconds(seconds));
        }

        throw new TimeoutException($"{path} was never {status}.");
    }

    /// <summary>The file of an extract, and what came with it.</summary>
    public static async Task<string> FileAsync(this MarketoHost marketo, string path)
    {
        using var response = await marketo.Http.GetAsync(path, TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.Should().BeTrue();
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }
}
