namespace SfMarketo.Sync;

/// <summary>What became of an effect that was tried.</summary>
public enum Outcome
{
    /// <summary>It is so in the other system; a read has its answer.</summary>
    Done,

    /// <summary>It will be tried again.</summary>
    Again,

    /// <summary>It may have happened: the target is read before anything else is done.</summary>
    InDoubt,

    /// <summary>The record was gone, converted or there already: another effect takes its place.</summary>
    Redirected,

    /// <summary>It is a dead letter now, or a field of it is.</summary>
    GivenUp,
}

/// <summary>How often an outcome happened.</summary>
/// <param name="Kind">The kind of effect, such as <c>MarketoUpdate</c>.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Code">The vendor's code, or one of <see cref="LocalCodes"/>; empty when it was done.</param>
/// <param name="Count">Since the engine's start.</param>
public readonly record struct OutcomeCount(string Kind, Outcome Outcome, string Code, long Count);
