using SfMarketo.MarketoSim.Options;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.Harness.Running;

/// <summary>What a world is made of.</summary>
public sealed record WorldSettings(DateTimeOffset Start, ulong Seed, MarketoSimOptions Marketo, SalesforceSimOptions Salesforce)
{
    /// <summary>Concern whose draws are others than the seed says.</summary>
    public string? Perturbed { get; init; }

    /// <summary>Another word gives another order of answers and deliveries, all else being the same.</summary>
    public string Network { get; init; } = "";
}
