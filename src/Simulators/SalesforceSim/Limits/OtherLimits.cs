namespace SfMarketo.SalesforceSim.Limits;

/// <summary>Limits of a small org that the simulator does not count: nothing of them is ever used here.</summary>
/// <remarks>Source: REST API Developer Guide, "Limits", the example; some values are unverified (salesforce-rest.md section 7.1).</remarks>
internal static class OtherLimits
{
    /// <summary>Names and maxima, in order of the alphabet.</summary>
    public static IReadOnlyList<(string Name, int Max)> All { get; } =
    [
        ("ActiveScratchOrgs", 3), ("AnalyticsExternalDataSizeMB", 40_960), ("ConcurrentAsyncGetReportInstances", 200), ("ConcurrentEinsteinDataInsightsStoryCreation", 5),
        ("ConcurrentEinsteinDiscoveryStoryCreation", 2), ("ConcurrentSyncReportRuns", 20), ("DailyAnalyticsDataflowJobExecutions", 60), ("DailyAnalyticsUploadedFilesSizeMB", 51_200),
        ("DailyAsyncApexExecutions", 250_000), ("DailyAsyncApexTests", 500), ("DailyBulkApiBatches", 15_000), ("DailyBulkV2QueryFileStorageMB", 976_562), ("DailyBulkV2QueryJobs", 10_000),
        ("DailyDeliveredPlatformEvents", 10_000), ("DailyDurableGenericStreamingApiEvents", 10_000), ("DailyDurableStreamingApiEvents", 10_000), ("DailyEinsteinDataInsightsStoryCreation", 1_000),
        ("DailyEinsteinDiscoveryOptimizationJobRuns", 25), ("DailyEinsteinDiscoveryPredictAPICalls", 50_000), ("DailyEinsteinDiscoveryPredictionsByCDC", 500_000),
        ("DailyEinsteinDiscoveryStoryCreation", 100), ("DailyFunctionsApiCallLimit", 235_000), ("DailyGenericStreamingApiEvents", 10_000), ("DailyScratchOrgs", 6),
        ("DailyStandardVolumePlatformEvents", 10_000), ("DailyStreamingApiEvents", 10_000), ("DailyWorkflowEmails", 100_000), ("DataStorageMB", 1_024), ("DurableStreamingApiConcurrentClients", 20),
        ("FileStorageMB", 1_024), ("HourlyAsyncReportRuns", 1_200), ("HourlyDashboardRefreshes", 200), ("HourlyDashboardResults", 5_000), ("HourlyDashboardStatuses", 999_999_999),
        ("HourlyLongTermIdMapping", 100_000), ("HourlyManagedContentPublicRequests", 50_000), ("HourlyODataCallout", 20_000), ("HourlyPublishedPlatformEvents", 50_000),
        ("HourlyPublishedStandardVolumePlatformEvents", 1_000), ("HourlyShortTermIdMapping", 100_000), ("HourlySyncReportRuns", 500), ("HourlyTimeBasedWorkflow", 1_000), ("MassEmail", 5_000),
        ("MonthlyEinsteinDiscoveryStoryCreation", 500), ("Package2VersionCreates", 6), ("Package2VersionCreatesWithoutValidation", 500), ("PermissionSets", 1_500),
        ("PrivateConnectOutboundCalloutHourlyLimitMB", 0), ("SingleEmail", 5_000), ("StreamingApiConcurrentClients", 20),
    ];
}
