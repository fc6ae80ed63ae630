using System.Globalization;
using SfMarketo.Kernel.Guidance;
using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Limits;

/// <summary>Says in plain words why a call was refused for a limit, and when the next one is let in.</summary>
internal sealed class LimitGuidance
{
    private readonly ReturnTimes times = new();

    /// <param name="code">606, 607 or 615; others have no such words.</param>
    /// <param name="client">Who was refused.</param>
    /// <param name="at">Arrival, microseconds.</param>
    /// <param name="limits">After the refusal was counted, if it counts.</param>
    /// <param name="options">The limits' sizes.</param>
    public string? Tell(string code, string client, long at, InstanceLimits limits, MarketoSimOptions options)
    {
        var culture = CultureInfo.InvariantCulture;
        return code switch
        {
            "606" => string.Create(culture, $"rate limit: {Ordinal(options.CallsPerWindow + 1)} call in {options.WindowSeconds} s; {times.Tell(client, code, at, limits.RateFreeIn(at))}{Counting(limits, code)}"),
            "607" => string.Create(culture, $"daily quota: all {options.CallsPerDay:N0} calls of today are spent; {times.Tell(client, code, at, limits.QuotaResetAt(at) - at)}, ")
                + string.Create(culture, $"at midnight {options.ResetZone}, {Micros.ToInstant(limits.QuotaResetAt(at)):yyyy-MM-dd'T'HH:mm:ss'Z'}"),
            "615" => string.Create(culture, $"concurrency limit: {options.ConcurrentCalls} calls are running; the next one is let in when one of them has ended"),
            _ => null,
        };
    }

    private static string Counting(InstanceLimits limits, string code) => limits.Counts(code) ? "; a refused call takes a place too" : "";

    private static string Ordinal(int number)
    {
        var ending = (number % 100) is 11 or 12 or 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return string.Create(CultureInfo.InvariantCulture, $"{number}{ending}");
    }
}
