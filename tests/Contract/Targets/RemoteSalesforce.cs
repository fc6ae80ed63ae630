using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SfMarketo.Tests.Contract.Targets;

/// <summary>A Salesforce org at another address. Rows that a test made are deleted at its end; a simulator is emptied before.</summary>
internal sealed class RemoteSalesforce : IAsyncDisposable
{
    private readonly IDisposable turn;
    private readonly List<Uri> rows = [];

    private RemoteSalesforce(IDisposable turn)
    {
        this.turn = turn;
        Http = new HttpClient(new Recorder(rows)) { BaseAddress = Target.Salesforce, Timeout = TimeSpan.FromSeconds(130) };
    }

    public HttpClient Http { get; }

    /// <summary>The connected app's private key.</summary>
    public static RSA ReadKey()
    {
        var key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(Target.SalesforceKeyFile));
        return key;
    }

    public static async Task<RemoteSalesforce> StartAsync(CancellationToken cancellation)
    {
        var turn = await OneAtATime.EnterAsync(cancellation);
        try
        {
            await EmptyAsync(cancellation);
            return new RemoteSalesforce(turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            foreach (var row in Enumerable.Reverse(rows).ToList())
            {
                using var deleted = await Http.DeleteAsync(row);
            }
        }
        finally
        {
            Http.Dispose();
            turn.Dispose();
        }
    }

    private static async Task EmptyAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = Target.Salesforce };
        using var state = await http.GetAsync("/__sim/state", cancellation);
        if (state.IsSuccessStatusCode && state.Content.Headers.ContentType?.MediaType == "application/json")
        {
            using var reset = await http.PostAsync("/__sim/reset", new StringContent("""{"data":"empty"}""", Encoding.UTF8, "application/json"), cancellation);
            reset.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Notes the place of each row that is created alone, and the token by which it was.</summary>
    private sealed class Recorder(List<Uri> rows) : DelegatingHandler(new SocketsHttpHandler())
    {
        private string? token;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Headers.TryGetValues("Authorization", out var sent))
            {
                token = sent.First();
            }
            else if (request.Method == HttpMethod.Delete && token is not null)
            {
                request.Headers.TryAddWithoutValidation("Authorization", token);
            }

            var response = await base.SendAsync(request, cancellationToken);
            if ((int)response.StatusCode == 201 && request.RequestUri!.AbsolutePath.Split('/') is [_, "services", "data", var version, "sobjects", var type, ..])
            {
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
                rows.Add(new Uri($"/services/data/{version}/sobjects/{type}/{answer.RootElement.GetProperty("id").GetString()}", UriKind.Relative));
            }

            return response;
        }
    }
}
