using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SfMarketo.Harness.Running;
using SfMarketo.Harness.VirtualTime;
using SfMarketo.Sync.Pacing;
using SfMarketo.Tests.Load.Targets;

namespace SfMarketo.Bench;

/// <summary>Bulk import of a million people into an empty Marketo instance: a hundred files of 10,000 rows and ten columns, each row written, logged and indexed. Goal: under 10 s of server time.</summary>
internal static class ImportFigure
{
    private const int Files = 100;
    private const int Rows = 10_000;

    public static async Task RunAsync()
    {
        await using var stage = await LoadStage.SetAsync(options => options with { CallsPerWindow = 10_000_000 });
        using var http = new HttpMessageInvoker(stage.Network());
        var files = Enumerable.Range(0, Files).Select(File).ToArray();
        await VirtualPump.RunAsync(stage.World.Clock, async () =>
        {
            var user = EngineCredentials.MarketoSettings;
            var identity = await SendAsync(http, HttpMethod.Get, $"/identity/oauth/token?grant_type=client_credentials&client_id={user.ClientId}&client_secret={user.ClientSecret}", null, null);
            var token = identity.GetProperty("access_token").GetString();
            var made = await Measurement.OfAsync(() => ImportAsync(stage, http, token, files));
            Measurement.Say($"  created: {made.Wall.TotalSeconds:0.00} s wall, {made.Processor.TotalSeconds:0.00} s of processor / {Files * Rows:N0} rows of {files.Sum(file => (long)file.Length) / (double)(Files * Rows):0} bytes = {made.Wall.TotalMicroseconds / (Files * Rows):0.00} us a row, {made.Wall.TotalMilliseconds / (Files * Rows / 1000):0.00} ms a block of 1,000; goal under 10 s");
            var again = await Measurement.OfAsync(() => ImportAsync(stage, http, token, files));
            Measurement.Say($"  the same once more, nothing changed: {again.Wall.TotalSeconds:0.00} s wall, {again.Processor.TotalSeconds:0.00} s of processor = {again.Wall.TotalMicroseconds / (Files * Rows):0.00} us a row");
            Measurement.Say($"  people: {stage.World.Marketo.LiveCount:N0}");
        });
    }

    /// <summary>Brings the files one after the other and asks for each as clients do, every five seconds of the instance's clock.</summary>
    private static async Task ImportAsync(LoadStage stage, HttpMessageInvoker http, string? token, byte[][] files)
    {
        foreach (var file in files)
        {
            using var part = new ByteArrayContent(file);
            using var form = new MultipartFormDataContent { { part, "file", "people.csv" } };
            var queued = await SendAsync(http, HttpMethod.Post, "/bulk/v1/leads.json?format=csv", token, form);
            var path = string.Create(CultureInfo.InvariantCulture, $"/bulk/v1/leads/batch/{queued.GetProperty("result")[0].GetProperty("batchId").GetInt32()}.json");
            JsonElement job;
            do
            {
                await Task.Delay(TimeSpan.FromSeconds(5), stage.World.Clock);
                job = (await SendAsync(http, HttpMethod.Get, path, token, null)).GetProperty("result")[0];
            }
            while (job.GetProperty("status").GetString() != "Complete");

            if (job.GetProperty("numOfLeadsProcessed").GetInt32() != Rows)
            {
                throw new InvalidOperationException("The import ended with: " + job);
            }
        }
    }

    private static async Task<JsonElement> SendAsync(HttpMessageInvoker http, HttpMethod method, string path, string? token, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(EngineCredentials.MarketoSettings.BaseAddress, path)) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Options.Set(CallOptions.ServerTimeout, TimeSpan.FromSeconds(30));
        using var response = await http.SendAsync(request, CancellationToken.None);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return answer.RootElement.Clone();
    }

    private static byte[] File(int file)
    {
        var text = new StringBuilder("email,firstName,lastName,company,title,city,country,phone,leadScore,sfdcPersonId\n");
        for (var row = 0; row < Rows; row++)
        {
            var number = file * Rows + row;

            // Neighbours in a file are no neighbours in any order of keys.
            var key = (uint)number * 2654435761u;
            text.Append(CultureInfo.InvariantCulture,
                $"p{key:x8}@example.invalid,Ada,Tester {number % 5_000},\"Testers, Inc. {number % 50_000}\",Head of testing {number % 100},City {number % 1_000},Country {number % 100},\"+1 555 {number:0000000}\",{number % 100},00Q{key:x8}0000AAA\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
