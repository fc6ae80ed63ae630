using NodaTime;
using SfMarketo.Harness.Expectations;
using SfMarketo.Harness.Metrics;
using SfMarketo.Harness.Reports;
using SfMarketo.Harness.Scenarios;

namespace SfMarketo.Tests.Harness.Reports;

/// <summary>A result with something in each part.</summary>
internal static class SampleResult
{
    public static RunResult Passed { get; } = new()
    {
        Scenario = "a-day-of-sync",
        File = "scenarios/a-day-of-sync.yaml",
        Start = new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero),
        Seed = 7,
        Version = "0.1.0",
        VirtualDuration = TimeSpan.FromHours(24),
        Checks = [new CheckReport("A1", "no window above 100", true, 14_123, [])],
        Expectations = [new ExpectationResult("the number of dead letters is == 0", 80, true, 1, [])],
        Reached = [new ReachedResult("mqls", new Comparison(">=", 1), 85, 80, true)],
        Figures = new RunFigures
        {
            MarketoCalls = 12_123,
            SalesforceCalls = 8_500,
            MarketoWindowPeak = 100,
            MarketoWindowLimit = 100,
            MarketoInFlightPeak = 10,
            MarketoInFlightLimit = 10,
            SalesforceInFlightPeak = 4,
            MarketoQuotaUsed = 49_998,
            MarketoQuotaLimit = 50_000,
            SalesforceQuotaUsed = 8_500,
            SalesforceQuotaLimit = 100_000,
            Refusals = [("marketo", "602", 24)],
            Calls = [new EndpointCalls("marketo", "POST", "/rest/v1/leads.json", 900)],
            Lag =
            [
                new FlowLag("promotion", 60, TimeSpan.FromSeconds(31), TimeSpan.FromSeconds(41.5), TimeSpan.FromSeconds(59)),
                new FlowLag("mql", 80, TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(38), TimeSpan.FromSeconds(44)),
                new FlowLag("field-sync", 1500, TimeSpan.FromSeconds(28), TimeSpan.FromSeconds(101), TimeSpan.FromMinutes(4)),
            ],
        },
        Events = [new EventCount("salesforce lead edited", 900, 0)],
    };

    private static readonly Threshold Mql = new("lag.mql", new LagLimit(95, true, TimeSpan.FromSeconds(25)), new ThresholdSpan(null, null, new DailyHours(new LocalTime(9, 0), new LocalTime(17, 0))), false, 61);

    public static RunResult Failed { get; } = Passed with
    {
        Scenario = "saturated-window",
        Checks =
        [
            new CheckReport("A1", "no window above 100", false, 14_123, [.. Enumerable.Range(1, 7).Select(number => new ViolationReport($"{100 + number} calls in a window", 1_772_540_000_000_000, "", [number]))]),
            new CheckReport("Q1", "both sides agree", false, 0, []),
        ],
        Expectations = [new ExpectationResult("the number of dead letters is == 0", 80, false, 1, ["it is 2"])],
        Reached = [new ReachedResult("mqls", new Comparison(">=", 100), 85, 80, false)],
        Thresholds =
        [
            new ThresholdResult(Mql, 80, TimeSpan.FromSeconds(38), new LagSample(1_772_540_000_000_000, 44_000_000, "Lead 00Q1"), false),
            new ThresholdResult(Mql with { Limit = new LagLimit(100, true, TimeSpan.FromMinutes(1)), Line = 62 }, 0, null, null, false),
        ],
        Missed = ["line 40: no record fits 'salesforce lead converted'"],
    };

    /// <summary>A run that broke rules at lines of its scenario.</summary>
    public static RunResult Explained { get; } = Passed with
    {
        Checks =
        [
            new CheckReport("Q2", "nothing is lost", false, 12, [new ViolationReport("Title was edited, and no person is linked", 1_772_540_000_000_000, "Lead 00Q1", [7, 9])
            {
                Offset = TimeSpan.FromSeconds(800),
                Line = "scenarios/a-day-of-sync.yaml:31: salesforce lead edited",
            }]),
        ],
        Expectations =
        [
            new ExpectationResult("the number of salesforce Lead is <= 1, always", 80, false, 9, ["salesforce Lead 00Q1 fits", "salesforce Lead 00Q2 fits"])
            {
                Facts = ["first false at 2026-03-03T12:05:00.000000Z (t+5m0s): it is 2", "true again at the end", "last value: it is 1"],
                Witness = "00Q1",
            },
        ],
        Warnings = ["the fault rule 'storm' never hit, 100% of it"],
        Replay = "./sfmarketo run scenarios/a-day-of-sync.yaml --seed 7",
        Folder = "out/a-day-of-sync",
    };
}
