using SfMarketo.Harness.Checks;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Metrics.Lags;

/// <summary>From a conversion to the engine's commit that leaves the person an SQL of the Contact.</summary>
internal sealed class PromotionLag(PairLinks links, FlowTimes times) : IFlowLag
{
    private readonly Dictionary<string, long> converted = new(StringComparer.Ordinal);

    public void Add(in CommitEntry entry, bool isEngine)
    {
        if (entry.IsSalesforcePerson())
        {
            if (entry.Op == "convert" && entry.TryNew("ConvertedContactId", out var contact) && contact is string id)
            {
                converted[id] = entry.At;
            }
        }
        else if (isEngine && entry.IsPerson() && links.Of(entry.Id) is { Row: { } row, Stage: "SQL" } && converted.Remove(row, out var at))
        {
            times.Add(at, entry.At, entry.Named());
        }
    }
}
