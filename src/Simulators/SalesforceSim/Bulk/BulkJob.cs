using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.Bulk;

/// <summary>A job of one of the Bulk APIs. It moves by the clock alone: each step at its own instant, done when somebody looks.</summary>
internal abstract class BulkJob(int number, BulkOrigin origin, long createdAt)
{
    // Serials do not start at 1, like those of rows.
    private const long FirstSerial = 1_000_000;
    protected const long LifeMicros = 7 * 24 * 3600 * Micros.PerSecond;

    private static readonly int Prefix = SalesforceId.PackPrefix("750");

    /// <summary>In the order of making, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>18 characters, <c>750...</c>.</summary>
    public string Id { get; } = new SalesforceId(Prefix, SObjectTable.Node, FirstSerial + number).ToString();

    public BulkOrigin Origin { get; } = origin;

    /// <summary>By the org's wall clock, microseconds since 1970 UTC.</summary>
    public long CreatedAt { get; } = createdAt;

    /// <summary>When its state changed last, by the same clock.</summary>
    public long ModifiedAt { get; protected set; } = createdAt;

    public BulkState State { get; protected set; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? ErrorMessage { get; protected set; }

    /// <summary>When it does something next, microseconds since 1970 UTC; null when nothing is to come.</summary>
    public long? NextAt { get; protected set; }

    /// <summary><c>V2Ingest</c>, <c>V2Query</c> or <c>Classic</c>.</summary>
    public abstract string JobType { get; }

    public abstract BulkOperation Operation { get; }

    /// <summary>Name of the object.</summary>
    public abstract string Object { get; }

    /// <summary>The state is one that it stays in.</summary>
    public bool IsFinal => State is BulkState.JobComplete or BulkState.Failed or BulkState.Aborted;

    /// <summary>From then on there is no such job: 7 days after it was made, or after its end.</summary>
    public virtual long ExpiresAt => (IsFinal ? ModifiedAt : CreatedAt) + LifeMicros;

    /// <summary>The number of the job that has this id, 15 or 18 characters; null for what is no job's id.</summary>
    public static int? NumberOf(ReadOnlySpan<char> id) =>
        SalesforceId.TryParse(id, out var parsed) && parsed.Prefix == Prefix && parsed.Node == SObjectTable.Node && parsed.Serial > FirstSerial && parsed.Serial < int.MaxValue
            ? (int)(parsed.Serial - FirstSerial)
            : null;

    /// <summary>Does what is due at <see cref="NextAt"/>.</summary>
    public abstract void RunNext(SalesforceOrg org);

    /// <summary>Stops it: what is written stays, the rest is never done.</summary>
    public virtual void Abort(long wallNow)
    {
        Enter(BulkState.Aborted, wallNow);
        NextAt = null;
    }

    /// <summary>The same job, moving by itself from now on; a job that moves no more may be shared.</summary>
    public abstract BulkJob Fork();

    protected void Enter(BulkState state, long wallNow) => (State, ModifiedAt) = (state, wallNow);

    protected void Fail(string message, long wallNow)
    {
        Enter(BulkState.Failed, wallNow);
        (ErrorMessage, NextAt) = (message, null);
    }

    /// <summary>Takes the common part of another job over.</summary>
    protected void CopyFrom(BulkJob other) => (ModifiedAt, State, ErrorMessage, NextAt) = (other.ModifiedAt, other.State, other.ErrorMessage, other.NextAt);
}
