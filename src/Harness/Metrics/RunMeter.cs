using SfMarketo.Harness.Checks;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Metrics;

/// <summary>Measures a run from the records of both simulators. Add one instance to both recorders.</summary>
public sealed class RunMeter : IRecordSink
{
    private readonly Lock gate = new();
    private readonly CallMeter calls = new();
    private readonly PeakMeter peaks;
    private readonly LagMeter lags;

    /// <param name="settings">Limits and the engine's names.</param>
    /// <param name="start">What both systems hold before the first record: links, deals and companies of the seed.</param>
    public RunMeter(CheckSettings settings, SystemsState start)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(start);
        peaks = new PeakMeter(settings);
        lags = new LagMeter(settings, start);
    }

    /// <summary>Counted Marketo calls of all clients so far.</summary>
    public long MarketoCalls => calls.Marketo;

    /// <summary>Salesforce calls of all clients but sign-ins so far.</summary>
    public long SalesforceCalls => calls.Salesforce;

    /// <summary>Calls so far that were answered with a code.</summary>
    /// <param name="system">marketo or salesforce.</param>
    /// <param name="code">The vendor's, or an HTTP status.</param>
    public long Answered(string system, string code)
    {
        lock (gate)
        {
            return calls.Answered(system, code);
        }
    }

    public void OnCall(in CallEntry entry)
    {
        lock (gate)
        {
            calls.Add(entry);
            peaks.Add(entry);
        }
    }

    public void OnCommit(in CommitEntry entry)
    {
        lock (gate)
        {
            lags.Add(entry);
        }
    }

    public void OnDelivered(in DeliveredEntry entry)
    {
    }

    /// <summary>The figures of the whole run.</summary>
    /// <param name="results">Of the checks: lost and doubled are theirs.</param>
    public RunMetrics Finish(IReadOnlyList<CheckResult> results)
    {
        lock (gate)
        {
            peaks.Flush();
            return new RunMetrics
            {
                MarketoCalls = calls.Marketo,
                SalesforceCalls = calls.Salesforce,
                MarketoWindowPeak = peaks.Window,
                MarketoInFlightPeak = peaks.MarketoInFlight,
                SalesforceInFlightPeak = peaks.SalesforceInFlight,
                MarketoQuotaUsed = peaks.Day,
                Calls = calls.Endpoints(),
                Codes = calls.Codes(),
                Flows = [.. lags.Times.Select(times => times.Summary())],
                Times = lags.Times,
                Lost = results.FirstOrDefault(result => result.Id == "Q2")?.Found ?? 0,
                Doubled = results.FirstOrDefault(result => result.Id == "A6")?.Found ?? 0,
            };
        }
    }
}
