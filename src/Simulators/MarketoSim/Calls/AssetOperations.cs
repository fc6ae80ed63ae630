using SfMarketo.MarketoSim.Options;

namespace SfMarketo.MarketoSim.Calls;

/// <summary>Operations of the asset API: what an endpoint throws becomes the call's error, and bodies are forms.</summary>
internal static class AssetOperations
{
    public static MarketoOperation Reads(Action<MarketoCall> answer) => new(MarketoPermissions.ReadAssets, call => Run(call, answer));

    public static MarketoOperation Writes(Action<MarketoCall> answer, MarketoPermissions permission = MarketoPermissions.ReadWriteAssets) => new(permission, call => Run(call, at =>
    {
        var type = at.Sim.Http.Request.ContentType ?? "";
        if (!at.Sim.Body.IsEmpty && !type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            throw new AssetException(MarketoErrors.InvalidContentType);
        }

        answer(at);
    }));

    private static void Run(MarketoCall call, Action<MarketoCall> answer)
    {
        try
        {
            answer(call);
        }
        catch (AssetException refused)
        {
            call.Fail(refused.Error);
        }
    }
}
