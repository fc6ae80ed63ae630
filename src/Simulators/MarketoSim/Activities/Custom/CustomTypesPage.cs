using Microsoft.AspNetCore.Routing;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Activities.Custom;

/// <summary>Lists and describes custom activity types, approves, discards and deletes them.</summary>
/// <remarks>The codes of a type that is not there (1013), of a draft that is not there and of one that was never approved (1003) are unverified.</remarks>
internal static class CustomTypesPage
{
    /// <summary><c>GET external/types.json</c>.</summary>
    public static void List(MarketoCall call)
    {
        call.StartResult();
        foreach (var type in call.Store.CustomTypes.All)
        {
            CustomTypeWriter.Write(call, type, type.Live ?? type.Draft!);
        }

        call.EndResult();
    }

    /// <summary><c>GET external/type/{apiName}/describe.json?draft=</c>: the live version; with <c>draft=true</c> the draft, if there is one.</summary>
    public static void Describe(MarketoCall call)
    {
        if (!TryFind(call, out var type))
        {
            return;
        }

        var draft = call.Parameters["draft"];
        if (draft is not (null or "true" or "false"))
        {
            call.Fail(MarketoErrors.InvalidValue(draft, "Boolean"));
            return;
        }

        if ((draft == "true" ? type.Draft ?? type.Live : type.Live) is not { } version)
        {
            call.Fail(MarketoErrors.ObjectNotFound);
            return;
        }

        CustomTypeWriter.Answer(call, type, version);
    }

    /// <summary><c>POST external/type/{apiName}/approve.json</c>.</summary>
    public static void Approve(MarketoCall call)
    {
        if (TryFind(call, out var type) && HasDraft(call, type))
        {
            CustomTypeWriter.Save(call, type.Approve(call.Sim.Now), "approve");
        }
    }

    /// <summary><c>POST external/type/{apiName}/discardDraft.json</c>: back to the live version. A type without one has nothing to go back to.</summary>
    public static void DiscardDraft(MarketoCall call)
    {
        if (!TryFind(call, out var type) || !HasDraft(call, type))
        {
            return;
        }

        if (type.Live is null)
        {
            call.Fail(MarketoErrors.InvalidData($"Custom activity type '{type.ApiName}' was never approved"));
            return;
        }

        CustomTypeWriter.Save(call, type.WithDraft(null, call.Sim.Now), "discardDraft");
    }

    /// <summary><c>POST external/type/{apiName}/delete.json</c>. Activities of it stay.</summary>
    public static void Delete(MarketoCall call)
    {
        if (TryFind(call, out var type))
        {
            CustomTypeWriter.Save(call, type.Delete(call.Sim.Now), "delete");
        }
    }

    /// <summary>The type that the path names. False when the call was refused.</summary>
    public static bool TryFind(MarketoCall call, out CustomType type)
    {
        type = call.Store.CustomTypes.Find((string)call.Sim.Http.GetRouteValue("apiName")!)!;
        if (type is null)
        {
            call.Fail(MarketoErrors.ObjectNotFound);
        }

        return type is not null;
    }

    private static bool HasDraft(MarketoCall call, CustomType type)
    {
        if (type.Draft is null)
        {
            call.Fail(MarketoErrors.InvalidData($"Custom activity type '{type.ApiName}' has no draft"));
        }

        return type.Draft is not null;
    }
}
