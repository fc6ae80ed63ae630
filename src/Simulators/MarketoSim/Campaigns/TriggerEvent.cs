namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>Something that trigger campaigns wait for.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="PersonId">To whom.</param>
/// <param name="Subject">Field number, program, form or e-mail.</param>
/// <param name="Value">New value, new status or link.</param>
/// <param name="IsBot">A link scanner did it.</param>
/// <param name="Call">The call behind it, or 0.</param>
/// <param name="At">When, microseconds since 1970 UTC.</param>
/// <param name="Depth">How many campaigns started one another before it.</param>
internal readonly record struct TriggerEvent(TriggerKind Kind, int PersonId, int Subject, object? Value, bool IsBot, long Call, long At, int Depth);
