using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads the sections that are settings: org, limits, network, engine.</summary>
internal static class SectionReader
{
    private static readonly string[] Locales = [.. Bogus.Database.GetAllLocales().Order(StringComparer.Ordinal)];

    public static OrgShape Org(MapReader top)
    {
        var defaults = new OrgShape();
        if (top.Map("org", "people", "accounts", "linked", "contacts", "marketoOnly", "duplicates", "opportunities", "nurtured", "outboundMessages", "taskExternalId", "locale", "assignment", "empty") is not { } org)
        {
            return defaults;
        }

        if (org.Flag("empty") == true)
        {
            foreach (var key in new[] { "people", "accounts", "linked", "contacts", "marketoOnly", "duplicates", "opportunities", "nurtured" })
            {
                if (org.Node(key) is { } node)
                {
                    org.Problems.Add(ProblemCode.Conflict, node.Place, $"an empty org has no {key}", "remove the key, or 'empty'");
                }
            }

            defaults = new OrgShape { Empty = true, People = 0, Accounts = 0, MarketoOnly = 0 };
        }

        var locale = org.Word("locale");
        if (locale is { } named && !Locales.Contains(named.Value))
        {
            org.Problems.Add(ProblemCode.BadText, named.Place, $"locale: Bogus has no '{named.Value}'", Closest.Suggest(named.Value, Locales, "locales"));
        }

        return defaults with
        {
            People = org.Count("people") ?? defaults.People,
            Accounts = org.Count("accounts") ?? defaults.Accounts,
            Linked = org.Share("linked") ?? defaults.Linked,
            Contacts = org.Share("contacts") ?? defaults.Contacts,
            MarketoOnly = org.Count("marketoOnly") ?? defaults.MarketoOnly,
            Duplicates = org.Share("duplicates") ?? defaults.Duplicates,
            Opportunities = org.Count("opportunities") ?? defaults.Opportunities,
            Nurtured = org.Share("nurtured") ?? defaults.Nurtured,
            OutboundMessages = org.Flag("outboundMessages") ?? defaults.OutboundMessages,
            TaskExternalId = org.Flag("taskExternalId") ?? defaults.TaskExternalId,
            Locale = locale?.Value ?? defaults.Locale,
            Assignment = Assignment(org),
        };
    }

    public static ScenarioLimits Limits(MapReader top)
    {
        if (top.Map("limits", "marketo", "salesforce") is not { } limits)
        {
            return new ScenarioLimits();
        }

        var marketo = limits.Map("marketo", "callsPerWindow", "windowSeconds", "concurrentCalls", "callsPerDay", "callsSpentToday");
        var salesforce = limits.Map("salesforce", "requestsPerDay", "requestsSpent");
        return new ScenarioLimits
        {
            Marketo = new ScenarioLimits.MarketoLimits
            {
                CallsPerWindow = marketo?.Count("callsPerWindow", 1, 100_000),
                WindowSeconds = marketo?.Count("windowSeconds", 1, 3_600),
                ConcurrentCalls = marketo?.Count("concurrentCalls", 1, 1_000),
                CallsPerDay = marketo?.Count("callsPerDay", 1, 100_000_000),
                CallsSpentToday = marketo?.Count("callsSpentToday", 0, 100_000_000),
            },
            Salesforce = new ScenarioLimits.SalesforceLimits
            {
                RequestsPerDay = salesforce?.Count("requestsPerDay", 1, 100_000_000),
                RequestsSpent = salesforce?.Count("requestsSpent", 0, 100_000_000),
            },
        };
    }

    public static NetworkShape Network(MapReader top)
    {
        var defaults = new NetworkShape();
        return top.Map("network", "marketo", "salesforce") is { } network
            ? new NetworkShape { Marketo = Path(network, "marketo", defaults.Marketo), Salesforce = Path(network, "salesforce", defaults.Salesforce) }
            : defaults;
    }

    public static EngineOptions Engine(MapReader top)
    {
        if (top.Map("engine", "exclusive", "recordsPerCall", "poll", "flush", "dialect", "refreshTokenBefore", "reengagementDelay", "suppressBy") is not { } engine)
        {
            return new EngineOptions();
        }

        var poll = engine.Map("poll", "salesforce", "marketo");
        return new EngineOptions
        {
            Exclusive = engine.Flag("exclusive"),
            RecordsPerCall = engine.Count("recordsPerCall", 1, 300),
            SalesforcePoll = poll?.Duration("salesforce"),
            MarketoPoll = poll?.Duration("marketo"),
            FlushAge = engine.Map("flush", "age")?.Duration("age"),
            SeedDialect = Choice(engine, "dialect", "vendor", "seed") == "seed",
            RefreshTokenBefore = engine.Duration("refreshTokenBefore"),
            ReengagementDelay = engine.Duration("reengagementDelay"),
            SuppressByDelete = Choice(engine, "suppressBy", "list", "delete") == "delete",
        };
    }

    private static string? Choice(MapReader map, string key, params string[] choices)
    {
        if (map.Word(key) is not { } word)
        {
            return null;
        }

        if (!choices.Contains(word.Value))
        {
            map.Problems.Add(ProblemCode.BadText, word.Place, $"{key}: '{word.Value}' is not known", Closest.Suggest(word.Value, choices, "values"));
        }

        return word.Value;
    }

    private static AssignmentShape? Assignment(MapReader org)
    {
        if (org.Map("assignment", "rule", "owners") is not { } assignment || !assignment.Require("rule", "give the rule a name"))
        {
            return null;
        }

        return new AssignmentShape(assignment.Text("rule") ?? "", assignment.Count("owners", 1, 200) ?? 1);
    }

    private static NetworkShape.Path Path(MapReader network, string system, NetworkShape.Path defaults) =>
        network.Map(system, "latency", "service") is { } path
            ? new NetworkShape.Path(Distribution(path, "latency") ?? defaults.Latency, Distribution(path, "service") ?? defaults.Service)
            : defaults;

    private static LatencyDistribution? Distribution(MapReader path, string key)
    {
        if (path.Map(key, "p50", "p99") is not { } map || !(map.Require("p50", "the median") & map.Require("p99", "the 99th percentile")))
        {
            return null;
        }

        var median = map.Node("p50") is { } low ? map.Values.Duration(low, "p50", zeroAllowed: true) : null;
        var high = map.Node("p99") is { } node ? map.Values.Duration(node, "p99", zeroAllowed: true) : null;
        if (median is null || high is null)
        {
            return null;
        }

        if (high < median)
        {
            map.Problems.Add(ProblemCode.BadDuration, map.Node("p99")!.Place, "p99 is below p50", "99 of 100 calls take at most p99, half of them at most p50");
            return null;
        }

        return new LatencyDistribution(median.Value, high.Value);
    }
}
