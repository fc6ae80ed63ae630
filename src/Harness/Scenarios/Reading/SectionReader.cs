using SfMarketo.Harness.Scenarios.Language;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads the sections that are settings: org, limits, switches, engine.</summary>
internal static class SectionReader
{
    private static readonly string[] Locales = [.. Bogus.Database.GetAllLocales().Order(StringComparer.Ordinal)];

    public static OrgShape Org(MapReader top, ScenarioVocabulary vocabulary)
    {
        var defaults = new OrgShape();
        if (top.Map("org", OrgKeys.Shape) is not { } org)
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
            People = org.Count("people", max: 10_000_000) ?? defaults.People,
            Accounts = org.Count("accounts") ?? defaults.Accounts,
            Linked = org.Share("linked") ?? defaults.Linked,
            Contacts = org.Share("contacts") ?? defaults.Contacts,
            MarketoOnly = org.Count("marketoOnly", max: 10_000_000) ?? defaults.MarketoOnly,
            Duplicates = org.Share("duplicates") ?? defaults.Duplicates,
            Opportunities = org.Count("opportunities") ?? defaults.Opportunities,
            Nurtured = org.Share("nurtured") ?? defaults.Nurtured,
            OutboundMessages = org.Flag("outboundMessages") ?? defaults.OutboundMessages,
            TaskExternalId = org.Flag("taskExternalId") ?? defaults.TaskExternalId,
            Locale = locale?.Value ?? defaults.Locale,
            Assignment = Assignment(org),
            Records = RecordReader.Records(org, vocabulary),
        };
    }

    public static ScenarioLimits Limits(MapReader top) => top.Map("limits", LimitKeys.Shape) is { } limits ? LimitReader.Limits(limits) : new ScenarioLimits();

    public static ScenarioSwitches Switches(MapReader top) => top.Map("switches", SwitchKeys.Shape) is { } switches ? SwitchReader.Switches(switches) : new ScenarioSwitches();

    public static EngineOptions Engine(MapReader top)
    {
        if (top.Map("engine", EngineKeys.Shape) is not { } engine)
        {
            return new EngineOptions();
        }

        var poll = engine.Map("poll", EngineKeys.Shape.Below("poll"));
        return new EngineOptions
        {
            Exclusive = engine.Flag("exclusive"),
            RecordsPerCall = engine.Count("recordsPerCall", 1, 300),
            SalesforcePoll = poll?.Duration("salesforce"),
            MarketoPoll = poll?.Duration("marketo"),
            SalesforceOverlap = engine.Node("overlap") is { } overlap ? engine.Values.Duration(overlap, "overlap", zeroAllowed: true) : null,
            MarketoRescan = engine.Duration("rescan"),
            FlushAge = engine.Map("flush", EngineKeys.Shape.Below("flush"))?.Duration("age"),
            SeedDialect = Choice(engine, "dialect", "vendor", "seed") == "seed",
            RefreshTokenBefore = engine.Duration("refreshTokenBefore"),
            ReengagementDelay = engine.Duration("reengagementDelay"),
            SuppressByDelete = Choice(engine, "suppressBy", "list", "delete") == "delete",
            IsDurable = Choice(engine, "durability", "full", "normal") == "full",
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
        if (org.Map("assignment", OrgKeys.Shape.Below("assignment")) is not { } assignment || !assignment.Require("rule", "give the rule a name"))
        {
            return null;
        }

        return new AssignmentShape(assignment.Text("rule") ?? "", assignment.Count("owners", 1, 200) ?? 1);
    }
}
