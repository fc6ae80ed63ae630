namespace SfMarketo.Kernel.Recording;

/// <summary>One line of the delivery log: the records that one read returned. Reads that returned nothing have no line.</summary>
/// <param name="Call">The call, as in the journal.</param>
/// <param name="Sim">The simulator's name.</param>
/// <param name="At">Microseconds since 1970 UTC.</param>
/// <param name="Items">In the order of the answer.</param>
public readonly record struct DeliveredEntry(long Call, string Sim, long At, IReadOnlyList<DeliveredItem> Items);

/// <summary>A record as delivered: its version is the number of the commit that last changed it.</summary>
public readonly record struct DeliveredItem(string Object, string Id, long Version);
