using System.Globalization;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary>The path of a SOAP call: <c>/services/Soap/u/59.0</c> or <c>/c/59.0</c>, possibly with the org's id behind it.</summary>
internal static class SoapPath
{
    // From this version on there is no login (salesforce-rest.md section 8.2).
    private const int LoginUntil = 65;

    public static bool IsEnterprise(SimCall call) => Part(call, 2) == "c";

    /// <summary>The letter: u, c, m, T.</summary>
    public static string Kind(SimCall call) => Part(call, 2);

    /// <summary><c>59.0</c> as requested.</summary>
    public static string Version(SimCall call) => Part(call, 3);

    public static string Namespace(SimCall call) => IsEnterprise(call) ? "urn:enterprise.soap.sforce.com" : "urn:partner.soap.sforce.com";

    /// <summary>The version is one that the org has.</summary>
    public static bool IsServed(SalesforceOrg org, SimCall call) => Number(call) is { } version && version >= org.Switches.ApiMinVersion && version <= org.Switches.ApiMaxVersion;

    public static bool HasLogin(SimCall call) => Number(call) < LoginUntil;

    private static int? Number(SimCall call) =>
        Version(call) is { Length: > 2 } text && text.EndsWith(".0", StringComparison.Ordinal) && int.TryParse(text.AsSpan(0, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Part(SimCall call, int place)
    {
        var parts = call.Http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return place < parts.Length ? parts[place] : "";
    }
}
