using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Folders;

/// <summary>Makes, changes and ends assets: the asset and its commit in one place.</summary>
internal sealed class AssetWriter(MarketoInstance instance)
{
    public void Create<T>(AssetTable<T> table, T asset, in ChangeContext context)
        where T : class, IMarketoAsset
    {
        table.Add(asset);
        Commit(table.ObjectName, asset.Id, "create", context, [new FieldChange("name", null, asset.Name), new FieldChange("folder", null, PlaceText(asset.Place))]);
    }

    public void Update<T>(AssetTable<T> table, T before, T after, in ChangeContext context)
        where T : class, IMarketoAsset
    {
        table.Set(after);
        List<FieldChange> changes = [];
        Note(changes, "name", before.Name, after.Name);
        Note(changes, "description", before.Description, after.Description);
        Commit(table.ObjectName, after.Id, "update", context, [.. changes]);
    }

    public void Delete<T>(AssetTable<T> table, T asset, in ChangeContext context)
        where T : class, IMarketoAsset
    {
        table.Remove(asset.Id);
        Commit(table.ObjectName, asset.Id, "delete", context, [new FieldChange("name", asset.Name, null)]);
    }

    public void SetToken(AssetPlace place, MarketoToken token, in ChangeContext context)
    {
        var before = instance.Assets.Tokens.Find(place, token.Name);
        instance.Assets.Tokens.Set(place, token);
        instance.Recorder.Commit(context.Call, context.At, "Token", $"{place.Type}/{place.Id}/{token.Name}", before is null ? "create" : "update", context.Actor, context.Cause,
            [new FieldChange("value", before?.Value, token.Value)]);
    }

    public void RemoveToken(AssetPlace place, MarketoToken token, in ChangeContext context)
    {
        instance.Assets.Tokens.Remove(place, token.Name);
        instance.Recorder.Commit(context.Call, context.At, "Token", $"{place.Type}/{place.Id}/{token.Name}", "delete", context.Actor, context.Cause, [new FieldChange("value", token.Value, null)]);
    }

    /// <summary>709 when the name is another asset's of the kind.</summary>
    public static void CheckFree<T>(AssetTable<T> table, string name, int self = 0)
        where T : class, IMarketoAsset
    {
        if (table.Find(name) is { } other && other.Id != self)
        {
            throw new AssetException(MarketoErrors.BusinessRule($"{table.ObjectName} name '{name}' exists already"));
        }
    }

    /// <summary>Name and description as a change leaves them; 701 and 709 for a name that cannot be.</summary>
    public static (string Name, string Description) ReadChange<T>(MarketoCall call, AssetTable<T> table, T asset)
        where T : class, IMarketoAsset
    {
        var name = call.OptionalName() ?? asset.Name;
        CheckFree(table, name, asset.Id);
        return (name, call.Parameters["description"] ?? asset.Description);
    }

    private void Commit(string @object, int id, string op, in ChangeContext context, IReadOnlyList<FieldChange> fields) =>
        instance.Recorder.Commit(context.Call, context.At, @object, PersonWriter.IdText(id), op, context.Actor, context.Cause, fields);

    private static string PlaceText(AssetPlace place) => $"{place.Type} {place.Id}";

    private static void Note(List<FieldChange> changes, string name, string before, string after)
    {
        if (before != after)
        {
            changes.Add(new FieldChange(name, before, after));
        }
    }
}
