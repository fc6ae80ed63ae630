namespace SfMarketo.MarketoSim.BulkExtract;

/// <summary>A span of time that a filter names: both ends belong to it, as whole seconds.</summary>
/// <param name="From">Microseconds since 1970 UTC.</param>
/// <param name="To">The end of its last second, microseconds.</param>
internal readonly record struct DateRange(long From, long To)
{
    public bool Holds(long at) => at >= From && at < To;
}
