using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.CustomObjects.Metadata;

/// <summary><c>approve.json</c>, <c>discardDraft.json</c> and <c>delete.json</c> of a type.</summary>
/// <remarks>Source: Marketo REST API, "Custom object metadata", "Error codes" (1048). The code of a draft that cannot be approved (1003) is unverified.</remarks>
internal static class TypeStates
{
    public static void Approve(MarketoCall call)
    {
        if (TypeCall.Find(call) is not var (name, versions))
        {
            return;
        }

        if (versions.Draft is null)
        {
            call.Fail(MarketoErrors.InvalidData($"Custom object '{name}' has no draft"));
            return;
        }

        try
        {
            call.Store.Objects.Approve(TypeCall.Stamp(call, versions));
        }
        catch (ArgumentException unfit)
        {
            call.Fail(MarketoErrors.InvalidData(unfit.Message));
            return;
        }

        TypeCall.Done(call, name, "approve");
    }

    /// <summary>The approved version stays; a type that has none is gone.</summary>
    public static void Discard(MarketoCall call)
    {
        if (TypeCall.Find(call) is not var (name, versions))
        {
            return;
        }

        if (versions.Draft is null)
        {
            call.Fail(MarketoErrors.DiscardFailed);
            return;
        }

        if (versions.Approved is null)
        {
            call.Store.Objects.Remove(name);
        }
        else
        {
            call.Store.Objects.Keep(name, versions with { Draft = null });
        }

        TypeCall.Done(call, name, "discardDraft");
    }

    public static void Delete(MarketoCall call)
    {
        if (TypeCall.Find(call) is var (name, _))
        {
            call.Store.Objects.Remove(name);
            TypeCall.Done(call, name, "delete");
        }
    }
}
