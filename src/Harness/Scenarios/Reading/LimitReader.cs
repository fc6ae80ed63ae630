using SfMarketo.Harness.Scenarios.Language;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads limits in the words of the control API.</summary>
internal static class LimitReader
{
    /// <param name="map">Has the keys marketo and salesforce.</param>
    /// <param name="running">Only what can change during a run: what was spent before it cannot.</param>
    public static ScenarioLimits Limits(MapReader map, bool running = false)
    {
        var shape = running ? LimitKeys.Running : LimitKeys.Shape;
        var marketo = map.Map("marketo", shape.Below("marketo"));
        var salesforce = map.Map("salesforce", shape.Below("salesforce"));
        return new ScenarioLimits
        {
            Marketo = new ScenarioLimits.MarketoLimits
            {
                CallsPerWindow = marketo?.Count("callsPerWindow", 1, 100_000),
                WindowSeconds = marketo?.Count("windowSeconds", 1, 3_600),
                ConcurrentCalls = marketo?.Count("concurrentCalls", 1, 1_000),
                CallsPerDay = marketo?.Count("callsPerDay", 1, 100_000_000),
                CallsSpentToday = running ? null : marketo?.Count("callsSpentToday", 0, 100_000_000),
            },
            Salesforce = new ScenarioLimits.SalesforceLimits
            {
                RequestsPerDay = salesforce?.Count("requestsPerDay", 1, 100_000_000),
                RequestsSpent = running ? null : salesforce?.Count("requestsSpent", 0, 100_000_000),
                ConcurrentLongRunning = salesforce?.Count("concurrentLongRunning", 0, 100_000),
            },
        };
    }
}
