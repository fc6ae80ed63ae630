using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Bulk;
using SfMarketo.SalesforceSim.Bulk.Ingest;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim;

/// <content>The jobs of the Bulk APIs, which go on by the clock alone.</content>
public sealed partial class SalesforceOrg
{
    /// <summary>When something happens by itself next; null when nothing is to come. Work that is due is done before any call, action or view, and by <see cref="RunDue"/>.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (Gate)
            {
                return Bulk.NextAt is { } at ? Micros.ToInstant(at) : null;
            }
        }
    }

    internal BulkJobs Bulk { get; private set; }

    /// <summary>The rows of the chunk that is being written, reused: one is written at a time under the gate.</summary>
    internal RowChunk RowChunk { get; } = new();

    /// <summary>Does the work whose time has come, each piece as of its own instant.</summary>
    public void RunDue()
    {
        lock (Gate)
        {
            Bulk.Run(this, NowMicros);
        }
    }

    /// <inheritdoc/>
    protected override void CatchUp(long now) => Bulk.Run(this, now);

    /// <summary>A transaction of a job, at an instant of its own.</summary>
    /// <param name="at">Microseconds since 1970 UTC.</param>
    /// <param name="call">Of the call that set the job going.</param>
    /// <param name="origin">Whose the job is.</param>
    internal Transaction BeginAt(long at, CallEffects call, BulkOrigin origin) =>
        new(Store, Recorder, at, call.Call, Actor.Client, origin.Client, origin.UserId) { Skew = Faults.SkewAt(at), Lateness = call.Lateness ?? LongTransactions, HoldsLocks = Switches.LateCommitsHoldLocks };
}
