using SfMarketo.Kernel.Calls;

namespace SfMarketo.SalesforceSim.Calls;

/// <summary><c>Sforce-Duplicate-Rule-Header</c> of a call: what its writes ask of duplicate rules.</summary>
/// <param name="AllowSave">A rule whose action is "allow with alert" does not refuse.</param>
/// <param name="IncludeRecordDetails">The refusal shows the fields of the rows that match.</param>
/// <param name="RunAsCurrentUser">Only rows that the user sees match.</param>
/// <remarks>Source: REST API Developer Guide, "Duplicate Rule Header", since v52.0.</remarks>
internal sealed record DuplicateRuleHeader(bool AllowSave, bool IncludeRecordDetails, bool RunAsCurrentUser)
{
    private const string Name = "Sforce-Duplicate-Rule-Header";
    private const int Since = 52;

    /// <summary>The header of a call; null when it has none, or its version does not know it.</summary>
    public static DuplicateRuleHeader? Of(SimCall call)
    {
        if (!call.Http.Request.Headers.TryGetValue(Name, out var values) || call.ApiVersion() < Since)
        {
            return null;
        }

        var header = new DuplicateRuleHeader(false, false, false);
        foreach (var option in values.ToString().Split(',', ';'))
        {
            var parts = option.Split('=', 2, StringSplitOptions.TrimEntries);
            var on = parts.Length == 2 && parts[1].Equals("true", StringComparison.OrdinalIgnoreCase);
            header = parts[0].ToLowerInvariant() switch
            {
                "allowsave" => header with { AllowSave = on },
                "includerecorddetails" => header with { IncludeRecordDetails = on },
                "runascurrentuser" => header with { RunAsCurrentUser = on },
                _ => header,
            };
        }

        return header;
    }
}
