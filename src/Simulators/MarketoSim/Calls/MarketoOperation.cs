using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Calls;

/// <summary>What answers one method of one path.</summary>
/// <param name="Permission">What the token's user needs.</param>
/// <param name="Answer">Runs synchronously under the simulator's lock.</param>
internal sealed record MarketoOperation(MarketoPermissions Permission, Action<MarketoCall> Answer)
{
    /// <summary>The identity service: no token, no envelope, no limits.</summary>
    public bool IsIdentity { get; init; }

    /// <summary>A form of the seed that the vendor refuses; only while compat.seed is on.</summary>
    public bool IsSeedForm { get; init; }

    /// <summary>A form of former years that clients still send and the definition has no more; the method alone is sw:lead.httpDelete.</summary>
    public bool IsOlderForm { get; init; }
}
