using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Effects;

/// <summary>Carries out one kind of effect: what a call holds, which keys it locks, what its answer means.</summary>
internal abstract class EffectSender
{
    public abstract EffectKind Kind { get; }

    /// <summary>The most records of a call.</summary>
    public abstract int MaxRecords { get; }

    /// <summary>The most calls of this kind at once.</summary>
    public abstract int MaxParallel { get; }

    /// <summary>How long the server may still work on a call that we gave up.</summary>
    public abstract TimeSpan ServerTimeout { get; }

    /// <summary>The most bytes of a call's records as they are stored; the wire form is about as long.</summary>
    public virtual int MaxBytes => 900_000;

    /// <summary>Keys of which no other call may carry one at the same time.</summary>
    public virtual IReadOnlyList<string> Keys(OutboxRow row) => [row.Subject];

    /// <summary>Keys that several records of one call may share but no two calls at once.</summary>
    public virtual IReadOnlyList<string> Groups(StateTransaction state, OutboxRow row) => [];

    /// <summary>The form of the call that the row needs: one call holds rows of one form.</summary>
    public virtual string Form(OutboxRow row) => "";

    /// <summary>Who holds the keys: one owner for each effect, save for chains of effects that keep them from step to step.</summary>
    public virtual string Owner(string subject) => Kind + " " + subject;

    /// <summary>Last look before sending: drops what is so already. Null: nothing is left to do.</summary>
    public virtual OutboxRow? Prepare(StateTransaction state, OutboxRow row, long now) => row;

    /// <summary>True while something else must happen first.</summary>
    public virtual bool MustWait(StateTransaction state, OutboxRow row) => false;

    /// <summary>Makes the call.</summary>
    /// <returns>One answer for each intent, in order, or why there is none.</returns>
    public abstract Task<CallResult<RecordAnswer[]>> SendAsync(IReadOnlyList<Intent> batch, Lane lane, CancellationToken cancellationToken);

    /// <summary>The effect is done, or the read has an answer.</summary>
    public abstract void Done(StateTransaction state, Intent intent, RecordAnswer answer, long now);

    /// <summary>It is not known whether the effect happened.</summary>
    public abstract void Doubtful(StateTransaction state, Intent intent, long now);

    /// <summary>The record is gone.</summary>
    public virtual bool Gone(StateTransaction state, Intent intent, long now) => false;

    /// <summary>The Lead was converted meanwhile.</summary>
    public virtual bool Converted(StateTransaction state, Intent intent, long now) => false;

    /// <summary>The record exists already, though it was to be created.</summary>
    public virtual bool Exists(StateTransaction state, Intent intent, long now) => false;

    /// <summary>Several records exist already where one was to be created.</summary>
    public virtual bool SeveralExist(StateTransaction state, Intent intent, long now) => false;

    /// <summary>It has become a dead letter: what waits for it must not wait for ever.</summary>
    public virtual void GivenUp(StateTransaction state, Intent intent, CallFailure failure, long now)
    {
    }

    /// <summary>True when the subject's keys stay locked after this call: another step follows.</summary>
    public virtual bool HoldsKeys(StateTransaction state, string subject) => false;
}
