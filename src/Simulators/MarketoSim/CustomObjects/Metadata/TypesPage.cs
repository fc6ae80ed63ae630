using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.CustomObjects.Metadata;

/// <summary><c>GET /rest/v1/customobjects/schema.json</c> (<c>names</c>, <c>state</c>), <c>schema/{apiName}/describe.json</c> (<c>state</c>), and what there is to choose from.</summary>
internal static class TypesPage
{
    public static void Answer(MarketoCall call)
    {
        if (!TryReadState(call, out var state))
        {
            return;
        }

        var names = call.Parameters.List("names");
        call.StartResult();
        foreach (var (name, versions) in call.Store.Objects.Types)
        {
            if ((names.Count == 0 || names.Contains(name)) && (state is null || versions.State == state))
            {
                TypeWriter.Write(call, versions, versions.Approved ?? versions.Draft!);
            }
        }

        call.EndResult();
    }

    /// <summary>The approved version unless the draft is asked for.</summary>
    public static void Describe(MarketoCall call)
    {
        if (!TryReadState(call, out var state) || TypeCall.Find(call) is not var (_, versions))
        {
            return;
        }

        var shown = state == TypeCall.Draft ? versions.Draft : state == TypeCall.Approved ? versions.Approved : versions.Approved ?? versions.Draft;
        if (shown is null)
        {
            call.Fail(MarketoErrors.ObjectNotFound);
            return;
        }

        call.StartResult();
        TypeWriter.Write(call, versions, shown);
        call.EndResult();
    }

    public static void DataTypes(MarketoCall call)
    {
        call.StartResult();
        foreach (var word in FieldReader.Types.Keys.Append(FieldReader.Link).Order(StringComparer.Ordinal))
        {
            call.Json.WriteStringValue(word);
            call.Sim.Records++;
        }

        call.EndResult();
    }

    /// <summary>No asset of the simulator uses a custom object, so none depends on one.</summary>
    public static void DependentAssets(MarketoCall call)
    {
        if (TypeCall.Find(call) is not null)
        {
            call.StartResult();
            call.EndResult();
        }
    }

    private static bool TryReadState(MarketoCall call, out string? state)
    {
        state = call.Parameters["state"];
        return state is null or TypeCall.Draft or TypeCall.Approved or "approvedWithDraft" || TypeCall.Refuse(call, MarketoErrors.InvalidData($"Invalid state '{state}'"));
    }
}
