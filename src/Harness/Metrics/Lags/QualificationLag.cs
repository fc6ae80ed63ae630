using SfMarketo.Harness.Checks;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Metrics.Lags;

/// <summary>From the qualification of a person whom Salesforce does not know yet to its Lead.</summary>
/// <remarks>A person with a row has nothing to wait for: what changed of its score and moment travels as any edit does.</remarks>
internal sealed class QualificationLag(PairLinks links, FlowTimes times) : IFlowLag
{
    private readonly Dictionary<string, long> qualified = new(StringComparer.Ordinal);

    public void Add(in CommitEntry entry, bool isEngine)
    {
        if (entry.IsPerson())
        {
            if (!isEngine && entry.TryNew("lifecycleStage", out var stage) && stage is "MQL" && links.Of(entry.Id).Row is null)
            {
                qualified[entry.Id] = entry.At;
            }
        }
        else if (isEngine && entry.IsSalesforcePerson() && links.PersonOf(entry.Id) is { } person && qualified.Remove(person, out var at))
        {
            times.Add(at, entry.At, entry.Named());
        }
    }
}
