using SfMarketo.Kernel.Calls;

namespace SfMarketo.Tests.Simulators.Fuzz;

/// <summary>A run of requests against one simulator, and what they showed.</summary>
internal abstract class FuzzRound : IDisposable
{
    private readonly RequestMaker maker;
    private readonly HttpClient http;

    [ThreadStatic]
    private static Exception? latest;

    static FuzzRound() => AppDomain.CurrentDomain.FirstChanceException += (_, thrown) => latest = thrown.Exception;

    protected FuzzRound(int seed, HttpClient http, IReadOnlyList<FuzzRequest> corpus, IReadOnlyList<(string Method, string Path)> operations)
    {
        Random = new Random(seed);
        this.http = http;
        maker = new RequestMaker(Random, corpus, operations);
    }

    /// <summary>What went wrong, one request of each kind; empty when all is well.</summary>
    public SortedDictionary<string, string> Failures { get; } = new(StringComparer.Ordinal);

    /// <summary>Requests that were answered.</summary>
    public int Answered { get; private set; }

    /// <summary>Requests that an endpoint took and did.</summary>
    public int Succeeded { get; private set; }

    protected Random Random { get; }

    protected abstract Simulator Simulator { get; }

    /// <summary>Sends so many requests one after another.</summary>
    public async Task RunAsync(int requests)
    {
        for (var number = 0; number < requests; number++)
        {
            if (number % 250 == 0)
            {
                Turn();
            }

            Advance(TimeSpan.FromMilliseconds(Random.Next(5000)));
            await SendAsync(maker.Next());
        }
    }

    public void Dispose() => http.Dispose();

    protected abstract string? Check(FuzzRequest request, int status, string? contentType, byte[] body);

    protected abstract bool IsRefusedSession(string answer);

    protected abstract bool IsSuccess(int status, string answer);

    protected abstract Task<string> SignInAsync(HttpClient client);

    protected abstract void Advance(TimeSpan duration);

    /// <summary>Sets another switch.</summary>
    protected abstract void Turn();

    private string token = "";

    private async Task SendAsync(FuzzRequest request)
    {
        if (token.Length == 0)
        {
            token = await SignInAsync(http);
        }

        if (request.Headers.All(header => header.Key != "Authorization"))
        {
            request = request with { Headers = [new("Authorization", "Bearer " + token), new("X-SFDC-Session", token), .. request.Headers] };
        }

        if (request.Target.StartsWith("/services/Soap/", StringComparison.Ordinal))
        {
            request = request with { Headers = [new("SOAPAction", "\"\""), .. request.Headers], Body = request.Body.Replace("{session}", token, StringComparison.Ordinal) };
        }

        using var message = request.ToMessage();
        if (message is null)
        {
            return;
        }

        var before = Simulator.UnhandledFailures;
        try
        {
            using var response = await http.SendAsync(message);
            var body = await response.Content.ReadAsByteArrayAsync();
            Judge(request, (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), body, Simulator.UnhandledFailures > before);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            Failures.TryAdd(Kind(broken), $"{request}\n=> thrown: {broken}");
        }
    }

    // Where it was thrown, and by whose leave.
    private static string Kind(Exception failure) => failure.GetType().Name + string.Join('\n', (failure.StackTrace ?? "").Split('\n').Where(line => line.Contains("SfMarketo", StringComparison.Ordinal)).Take(2));

    private void Judge(FuzzRequest request, int status, string? contentType, byte[] body, bool unhandled)
    {
        var answer = System.Text.Encoding.UTF8.GetString(body);
        Answered++;
        Succeeded += IsSuccess(status, answer) ? 1 : 0;
        var wrong = unhandled ? "unhandled: " + latest
            : status > 599 || status == 500 && !answer.Contains("<soapenv:Fault>", StringComparison.Ordinal) ? "status " + status
            : answer.Contains("   at SfMarketo", StringComparison.Ordinal) ? "a stack trace"
            : Check(request, status, contentType, body);
        if (wrong is not null)
        {
            Failures.TryAdd(unhandled ? Kind(latest!) : wrong, $"{request}\n=> {status} {wrong}\n{(answer.Length > 500 ? answer[..500] : answer)}");
        }

        maker.Learn(answer);
        if (IsRefusedSession(answer))
        {
            token = "";
        }
    }
}
