using System.Globalization;

namespace SfMarketo.Sync.Salesforce;

/// <summary>
/// What each answer's <c>Sforce-Limit-Info</c> says about the org's requests in the last 24 hours. The window rolls, so room comes back gradually and there is
/// no midnight to wait for.
/// </summary>
internal sealed class SalesforceUsage(TimeProvider time, double selfCap, TimeSpan probeEvery)
{
    private readonly Lock _lock = new();
    private readonly long _probeStamps = (long)(probeEvery.TotalSeconds * time.TimestampFrequency);
    private bool _refused;
    private long _stoppedAt;

    public int? LastApiUsage { get; private set; }

    public int? ApiLimit { get; private set; }

    public bool IsStopped => _refused || (LastApiUsage is { } used && ApiLimit is { } limit && used >= selfCap * limit);

    /// <summary>Whether a call may go now; while stopped one per interval may, to look.</summary>
    public bool MaySend()
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            if (!IsStopped)
            {
                _stoppedAt = now;
                return true;
            }

            if (now - _stoppedAt < _probeStamps)
            {
                return false;
            }

            _stoppedAt = now;
            return true;
        }
    }

    /// <summary>Reads the header, wherever in it the org's own pair stands: <c>api-usage=25/5000; per-app-api-usage=17/250(appName=x)</c>.</summary>
    public void Read(HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.TryGetValues("Sforce-Limit-Info", out var values))
        {
            return;
        }

        foreach (var value in values)
        {
            foreach (var part in value.Split(';', StringSplitOptions.TrimEntries))
            {
                var slash = part.IndexOf('/', StringComparison.Ordinal);
                if (part.StartsWith("api-usage=", StringComparison.Ordinal) && slash > 0
                    && int.TryParse(part.AsSpan("api-usage=".Length, slash - "api-usage=".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var used)
                    && int.TryParse(part.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var limit))
                {
                    (LastApiUsage, ApiLimit) = (used, limit);
                }
            }
        }
    }

    /// <summary>Notes whether the vendor itself refused because the day's requests are spent.</summary>
    public void Answered(bool refused) => _refused = refused;
}
