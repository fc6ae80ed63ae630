using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SfMarketo.Kernel.Randomness;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Hosting;
using SfMarketo.Tests.Simulators.Fuzz;

namespace SfMarketo.Bench;

/// <summary>Bulk API 2.0 at an empty org: a million leads of ten columns inserted by two jobs, their results fetched, and the same rows read by a query job. Goal: under 10 s of server time each.</summary>
internal static class BulkFigure
{
    private const int Jobs = 2;
    private const int Rows = 500_000;
    private const string User = "bench@example.invalid";
    private const string Columns = "LastName,FirstName,Company,Email,Title,City,Country,Phone,NumberOfEmployees,MarketoPersonId__c";

    public static async Task RunAsync()
    {
        var clock = new FuzzClock(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        using var key = RSA.Create(2048);
        var options = new SalesforceSimOptions
        {
            RequestsPerDay = 10_000_000,
            AllowPasswordGrant = true,
            ConnectedApps = [new ConnectedApp("bench", key.ExportSubjectPublicKeyInfoPem(), [User])],
            Users = [new OrgUser(User, "Bench")],
        };
        var org = new SalesforceOrg(options, clock, new Draws(7));
        await using var host = await HostedSimulator.StartAsync(org, routes => routes.MapSalesforceSim());
        using var form = new FormUrlEncodedContent([new("grant_type", "password"), new("client_id", "bench"), new("client_secret", "x"), new("username", User), new("password", "x")]);
        using var answer = await host.Http.PostAsync(new Uri("/services/oauth2/token", UriKind.Relative), form);
        using var token = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        host.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.RootElement.GetProperty("access_token").GetString());
        var bench = new Client(host.Http, clock);
        var files = Enumerable.Range(0, Jobs).Select(File).ToArray();
        const int all = Jobs * Rows;

        List<string> jobs = [];
        var before = GC.GetTotalAllocatedBytes();
        var made = await Measurement.OfAsync(async () => jobs = await bench.IngestAsync("insert", "", files));
        Say("inserted", made, all, $"{files.Sum(file => (long)file.Length) / (double)all:0} bytes a row, {(GC.GetTotalAllocatedBytes() - before) / (double)all:0} bytes allocated, {GC.GetTotalPauseDuration().TotalSeconds:0.0} s of pauses for collections");
        var results = await Measurement.OfAsync(async () =>
        {
            foreach (var job in jobs)
            {
                await bench.ReadAsync($"jobs/ingest/{job}/successfulResults");
            }
        });
        Say("results fetched", results, all, $"{bench.Received / (double)all:0} bytes a row");
        var again = await Measurement.OfAsync(() => bench.IngestAsync("upsert", ",\"externalIdFieldName\":\"MarketoPersonId__c\"", files));
        Say("upserted once more, nothing changed", again, all, "");

        bench.Received = 0;
        var query = "";
        var run = await Measurement.OfAsync(async () => query = await bench.QueryAsync($"SELECT Id,{Columns} FROM Lead"));
        Say("queried", run, all, "");
        var pages = await Measurement.OfAsync(() => bench.PagesAsync(query));
        Say("pages of 250,000 fetched", pages, all, $"{bench.Received / (double)all:0} bytes a row");
        Measurement.Say($"  leads: {org.Count("Lead"):N0}");
    }

    private static void Say(string what, Measurement measured, int rows, string more) => Measurement.Say(
        $"  {what}: {measured.Wall.TotalSeconds:0.00} s wall, {measured.Processor.TotalSeconds:0.00} s of processor / {rows:N0} rows = {measured.Wall.TotalMicroseconds / rows:0.00} us a row {(more.Length > 0 ? "(" + more + ")" : "")}");

    private static byte[] File(int file)
    {
        var text = new StringBuilder(Columns + "\n");
        for (var row = 0; row < Rows; row++)
        {
            var number = file * Rows + row;

            // Neighbours in a file are no neighbours in any order of keys.
            var key = (uint)number * 2654435761u;
            text.Append(CultureInfo.InvariantCulture,
                $"Tester {number % 5_000},Ada,\"Testers, Inc. {number % 50_000}\",p{key:x8}@example.invalid,Head of testing {number % 100},City {number % 1_000},Country {number % 100},\"+1 555 {number:0000000}\",{number % 100},P{key:x8}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The calls as clients make them; jobs are asked for every five seconds of the org's clock.</summary>
    private sealed class Client(HttpClient http, FuzzClock clock)
    {
        private const string Data = "/services/data/v59.0/";

        public long Received { get; set; }

        public async Task<List<string>> IngestAsync(string operation, string more, byte[][] files)
        {
            List<string> jobs = [];
            foreach (var file in files)
            {
                var job = await SendAsync(HttpMethod.Post, "jobs/ingest", Json($$"""{"object":"Lead","operation":"{{operation}}"{{more}}}"""));
                var id = job.GetProperty("id").GetString()!;
                using var csv = new ByteArrayContent(file);
                csv.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
                await SendAsync(HttpMethod.Put, $"jobs/ingest/{id}/batches", csv);
                await SendAsync(HttpMethod.Patch, "jobs/ingest/" + id, Json("""{"state":"UploadComplete"}"""));
                var end = await WaitAsync("jobs/ingest/" + id);
                if (end.GetProperty("numberRecordsFailed").GetInt32() > 0)
                {
                    throw new InvalidOperationException("Rows failed: " + end);
                }

                jobs.Add(id);
            }

            return jobs;
        }

        public async Task<string> QueryAsync(string soql)
        {
            var job = await SendAsync(HttpMethod.Post, "jobs/query", Json($$"""{"operation":"query","query":"{{soql}}"}"""));
            var id = job.GetProperty("id").GetString()!;
            await WaitAsync("jobs/query/" + id);
            return id;
        }

        public async Task PagesAsync(string job)
        {
            for (var locator = ""; locator != "null";)
            {
                using var page = await http.GetAsync(new Uri($"{Data}jobs/query/{job}/results?maxRecords=250000{(locator.Length > 0 ? "&locator=" + locator : "")}", UriKind.Relative));
                Received += (await page.Content.ReadAsByteArrayAsync()).Length;
                locator = page.Headers.GetValues("Sforce-Locator").Single();
            }
        }

        public async Task ReadAsync(string path)
        {
            using var answer = await http.GetAsync(new Uri(Data + path, UriKind.Relative));
            Received += (await answer.Content.ReadAsByteArrayAsync()).Length;
        }

        private async Task<JsonElement> WaitAsync(string path)
        {
            while (true)
            {
                var job = await SendAsync(HttpMethod.Get, path, null);
                switch (job.GetProperty("state").GetString())
                {
                    case "JobComplete": return job;
                    case "Failed": throw new InvalidOperationException("The job failed: " + job);
                }

                clock.Advance(TimeSpan.FromSeconds(5));
            }
        }

        private async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? content)
        {
            using var request = new HttpRequestMessage(method, new Uri(Data + path, UriKind.Relative)) { Content = content };
            using var answer = await http.SendAsync(request);
            var body = await answer.Content.ReadAsByteArrayAsync();
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{method} {path}: {(int)answer.StatusCode} {Encoding.UTF8.GetString(body)}");
            }

            if (body.Length == 0)
            {
                return default;
            }

            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }

        private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
    }
}
