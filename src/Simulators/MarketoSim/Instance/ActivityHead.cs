namespace SfMarketo.MarketoSim.Instance;

/// <summary>What the feeds filter by: the fixed part of a row of the activity log. The rest is in the chunk's coded bytes.</summary>
/// <param name="At">Microseconds since 1970 UTC; the wire shows whole seconds.</param>
/// <param name="PersonId">The person it was written for.</param>
/// <param name="Type">Activity type id.</param>
/// <param name="PrimaryId">Primary attribute's id, or 0.</param>
/// <param name="Offset">Where the coded part begins.</param>
internal readonly record struct ActivityHead(long At, int PersonId, int Type, int PrimaryId, int Offset);
