using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.State;

/// <summary>One effect that is wanted and not yet done: at most one of a kind for a subject, later wishes are folded into it.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Subject">To which record.</param>
/// <param name="Lane">How urgent it is.</param>
/// <param name="Due">When it is sent at the latest, microseconds; it may ride along earlier.</param>
/// <param name="Created">When it was first wanted.</param>
/// <param name="Fields">What to write, or what a look-up needs to know.</param>
/// <param name="Attempts">How often it was tried; while above zero it does not ride along before <paramref name="Due"/>.</param>
/// <param name="MaxBatch">The most records it may share a call with: halves each time a call that held it was refused as a whole.</param>
/// <param name="Verify">True while it is not known whether the write happened: it waits for a read of its target.</param>
internal sealed record OutboxRow(EffectKind Kind, string Subject, Lane Lane, long Due, long Created, FieldBag Fields, int Attempts = 0, int MaxBatch = int.MaxValue, bool Verify = false);
