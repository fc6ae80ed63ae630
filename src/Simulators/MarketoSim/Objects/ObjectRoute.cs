using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Objects;

/// <summary>Where an object's endpoints are, and who may use them.</summary>
/// <param name="Path">Without <c>.json</c>: <c>/rest/v1/companies</c>.</param>
/// <param name="Find">The records a call is about; null when there is no such object.</param>
/// <param name="Read">What a role needs to read.</param>
/// <param name="Write">What a role needs to write.</param>
internal sealed record ObjectRoute(string Path, Func<MarketoCall, ObjectTable?> Find, MarketoPermissions Read, MarketoPermissions Write)
{
    /// <summary>Native CRM sync keeps it: then it is read-only or gone (sw:crm.native).</summary>
    public bool CrmOwned { get; init; }

    /// <summary>Reads may come as POST with <c>_method=GET</c> and JSON.</summary>
    public bool TakesJson { get; init; }

    /// <summary>Why the instance has it not at all; null when it has.</summary>
    public Func<MarketoCall, MarketoError?> Absence { get; init; } = _ => null;

    public bool HasDescribe { get; init; } = true;

    /// <summary>It has schema/fields.</summary>
    public bool HasSchema { get; init; }
}
