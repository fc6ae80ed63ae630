using SfMarketo.Kernel.Control;

namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>Reads a profile.</summary>
internal static class ProfileReader
{
    private static readonly string[] Actions = ["create", "read", "edit", "delete"];
    private static readonly string[] Levels = ["none", "read", "edit"];

    public static ProfileMetadata Read(string place, ControlInput input) => new()
    {
        Place = place,
        Name = input.RequiredText("name", "write the profile's name"),
        ApiEnabled = input.Flag("apiEnabled") ?? true,
        EditConvertedLeads = input.Flag("editConvertedLeads") ?? false,
        SendOutboundMessages = input.Flag("sendOutboundMessages") ?? true,
        Objects = input.Inner("objects") is { } objects ? [.. Objects(objects)] : [],
        Fields = [.. input.Fields("fields").Select(field => Level(place, field))],
    };

    private static List<KeyValuePair<string, IReadOnlyList<string>>> Objects(ControlInput objects)
    {
        var all = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        foreach (var name in objects.Names)
        {
            var actions = objects.Texts(name);
            if (actions.FirstOrDefault(action => !Actions.Contains(action, StringComparer.Ordinal)) is { } unknown)
            {
                throw objects.Wrong(name, $"cannot hold '{unknown}'", "list what may be done: create, read, edit, delete; [] for nothing");
            }

            if (actions.Count > 0 && !actions.Contains("read"))
            {
                throw objects.Wrong(name, "lacks read, without which the others mean nothing", "add read");
            }

            all.Add(new(name, actions));
        }

        objects.End();
        return all;
    }

    private static KeyValuePair<string, string> Level(string place, KeyValuePair<string, object?> field) =>
        field.Value is string level && Levels.Contains(level, StringComparer.Ordinal) && field.Key.Contains('.')
            ? new(field.Key, level)
            : throw new MetadataException($"{field.Key} cannot be {field.Value ?? "null"}", place + ".fields", """write object and field with none, read or edit: "Lead.Phone": "read".""");
}
