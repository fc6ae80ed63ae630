using SfMarketo.Kernel.Quotas;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.SalesforceSim.Limits;

/// <summary>Requests in 24 h of the connected apps that have a quota of their own: the second part of <c>Sforce-Limit-Info</c>.</summary>
/// <remarks>Source: REST API Developer Guide, "Limit Info Header". What an app over its quota is told is unverified.</remarks>
internal sealed class AppQuotas(IReadOnlyList<ConnectedApp> apps)
{
    private readonly Dictionary<string, (string Name, RollingQuota Quota)> byKey = apps
        .Where(app => app.RequestsPerDay is not null)
        .ToDictionary(app => app.ConsumerKey, app => (app.Name ?? app.ConsumerKey, new RollingQuota(app.RequestsPerDay!.Value)), StringComparer.Ordinal);

    /// <summary>An app has a quota.</summary>
    public bool Any => byKey.Count > 0;

    /// <summary>Counts a call; false when the app has a quota and has spent it.</summary>
    public bool TryTake(string? app, long at) => Find(app) is not { } entry || entry.Quota.TryTake(at);

    /// <summary><c>; per-app-api-usage=17/250(appName=sample-connected-app)</c>, or nothing for an app without a quota.</summary>
    public string Tell(string? app) => Find(app) is { } entry ? $"; per-app-api-usage={entry.Quota.Used}/{entry.Quota.Limit}(appName={entry.Name})" : "";

    private (string Name, RollingQuota Quota)? Find(string? app) => app is not null && byKey.Count > 0 && byKey.TryGetValue(app, out var entry) ? entry : null;
}
