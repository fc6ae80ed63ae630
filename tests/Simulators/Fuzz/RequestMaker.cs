using System.Text.RegularExpressions;

namespace SfMarketo.Tests.Simulators.Fuzz;

/// <summary>Makes the next request of a good one, of an operation, or of nothing.</summary>
/// <param name="random">Seeded.</param>
/// <param name="corpus">Good requests.</param>
/// <param name="operations">Methods and paths with names in braces.</param>
internal sealed partial class RequestMaker(Random random, IReadOnlyList<FuzzRequest> corpus, IReadOnlyList<(string Method, string Path)> operations)
{
    private const int MaxKnown = 60;

    private readonly List<string> known = [];
    private readonly IReadOnlyList<string> names = [.. corpus.SelectMany(request => Pairs(Query(request))).Select(pair => pair.Name).Distinct().Order(StringComparer.Ordinal)];
    private Mutation? mutation;

    private Mutation Odd => mutation ??= new Mutation(random, known);

    public FuzzRequest Next()
    {
        var good = Odd.Pick(corpus);
        var request = random.Next(20) switch
        {
            0 => new FuzzRequest(Odd.Pick(OddValues.Methods), "/" + string.Join('/', Enumerable.Range(0, random.Next(8)).Select(_ => Escape(Odd.Pick(OddValues.Text)))), Odd.Pick(OddValues.ContentTypes), Odd.Pick(OddValues.Bodies)),
            < 5 => OfOperation(good),
            _ => good with { Target = Changed(good), Body = Body(good) },
        };
        if (Odd.Chance(0.04))
        {
            request = request with { Method = Odd.Pick(OddValues.Methods) };
        }

        if (Odd.Chance(0.04))
        {
            request = request with { ContentType = Odd.Pick(OddValues.ContentTypes) };
        }

        return Odd.Chance(0.06) ? request with { Headers = [new(Odd.Pick(OddValues.Headers), Odd.Value("bytes=0-1"))] } : request;
    }

    /// <summary>Takes ids, names and tokens from an answer, for later requests.</summary>
    public void Learn(string answer)
    {
        foreach (Match match in Values().Matches(answer.Length > 2000 ? answer[..2000] : answer))
        {
            var value = match.Groups[1].Value;
            if (known.Count < MaxKnown)
            {
                known.Add(value);
            }
            else if (!known.Contains(value))
            {
                known[random.Next(MaxKnown)] = value;
            }
        }
    }

    private FuzzRequest OfOperation(FuzzRequest good)
    {
        var (method, path) = Odd.Pick(operations);
        var target = Braces().Replace(path, _ => Escape(Odd.Value("1")));
        var pairs = Enumerable.Range(0, random.Next(4)).Select(_ => (Odd.Pick(names), Escape(Odd.Value("1"))));
        var body = method == "GET" ? "" : Odd.Chance(0.3) ? Odd.Pick(OddValues.Bodies) : Body(good);
        return new FuzzRequest(method, Join(target, pairs), body.Length == 0 ? "" : good.ContentType.Length > 0 ? good.ContentType : "application/json", body);
    }

    private string Changed(FuzzRequest good)
    {
        var path = string.Join('/', good.Target.Split('?')[0].Split('/').Select(Segment));
        var pairs = new List<(string, string)>();
        foreach (var (name, value) in Pairs(Query(good)))
        {
            if (Odd.Chance(0.05))
            {
                continue;
            }

            pairs.Add((Odd.Chance(0.03) ? Odd.Pick(names) : name, Odd.Chance(0.3) ? Escape(Odd.Value(Uri.UnescapeDataString(value.Replace('+', ' ')))) : value));
        }

        if (names.Count > 0 && Odd.Chance(0.15))
        {
            pairs.Add((Odd.Pick(names), Escape(Odd.Value("1"))));
        }

        return Join(path, pairs);
    }

    private string Segment(string was)
    {
        var stem = was.EndsWith(".json", StringComparison.Ordinal) ? was[..^5] : was;
        var isId = stem.Length > 0 && (stem.All(char.IsAsciiDigit) || stem.Length is 15 or 18 or 36);
        if (Odd.Chance(isId ? 0.5 : 0.01))
        {
            return Escape(known.Count > 0 && isId && Odd.Chance(0.6) ? Odd.Pick(known) : Odd.Value(stem)) + was[stem.Length..];
        }

        return was;
    }

    private string Body(FuzzRequest good)
    {
        if (good.Body.Length == 0 || Odd.Chance(0.15))
        {
            return Odd.Chance(0.9) ? good.Body : Odd.Pick(OddValues.Bodies);
        }

        if (good.ContentType.Contains("json", StringComparison.Ordinal))
        {
            return Odd.Chance(0.1) ? Odd.Text(good.Body) : Odd.Json(good.Body);
        }

        if (good.ContentType.Contains("form-urlencoded", StringComparison.Ordinal))
        {
            return Join("", Pairs(good.Body).Select(pair => (pair.Name, Odd.Chance(0.3) ? Escape(Odd.Value(Uri.UnescapeDataString(pair.Value.Replace('+', ' ')))) : pair.Value))).TrimStart('?');
        }

        return Odd.Text(good.Body);
    }

    private string Escape(string text) => Odd.Chance(0.02) ? Odd.Pick(["%FF", "%ED%A0%80", "%00", "%", "%u0041", "%2", "+"]) : Uri.EscapeDataString(text);

    private static string Query(FuzzRequest request) => request.Target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? request.Target[(mark + 1)..] : "";

    private static IEnumerable<(string Name, string Value)> Pairs(string query) =>
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair.Length > 1 ? pair[1] : ""));

    private static string Join(string path, IEnumerable<(string Name, string Value)> pairs)
    {
        var query = string.Join('&', pairs.Select(pair => pair.Name + "=" + pair.Value));
        return query.Length == 0 ? path : path + "?" + query;
    }

    [GeneratedRegex("\"(?:id|exportId|batchId|nextPageToken|marketoGUID|name|apiName|nextRecordsUrl|Id|offset)\":\"?([^\",}\\]]+)")]
    private static partial Regex Values();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Braces();
}
