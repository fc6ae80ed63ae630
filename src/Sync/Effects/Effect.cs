using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.Effects;

/// <summary>An effect that a flow intends. Whether a call is needed is decided later, when it is sent.</summary>
internal readonly record struct Effect(EffectKind Kind, string Subject, Lane Lane, FieldBag Fields)
{
    /// <summary>How long it waits; null for the lane's own age.</summary>
    public TimeSpan? After { get; init; }
}
