using System.Text.Json;
using SfMarketo.Kernel.Control;
using SfMarketo.MarketoSim.CustomObjects;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Control;

/// <summary>What an administrator does at the screens for custom objects.</summary>
internal static class ObjectActions
{
    public static IReadOnlyList<ControlAction> Of(MarketoInstance instance) =>
    [
        new("createCustomObject", """a custom object type: {"apiName": "car_c", "displayName": "Car", "fields": {"vin": "string", "owner": "integer"}, "dedupeFields": ["vin"], "links": {"owner": "Lead.id"}}""",
            (input, json) => Create(instance, input, json)),
    ];

    private static void Create(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var name = input.RequiredText("apiName", "write its name in paths, such as car_c");
        var display = input.Text("displayName") ?? name;
        var types = input.RequiredFields("fields", "write the fields' names and data types");
        var dedupe = input.Texts("dedupeFields");
        var links = input.Fields("links").ToDictionary(link => link.Key, link => link.Value as string);
        input.End();
        if (dedupe.Concat(links.Keys).FirstOrDefault(key => types.All(type => type.Key != key)) is { } unknown)
        {
            throw input.Wrong("fields", $"has no '{unknown}'", "dedupeFields and links name fields of the object");
        }

        var fields = types.Select(type => new MarketoCustomObjectField(type.Key, TypeOf(input, type.Key, type.Value))
        {
            IsDedupe = dedupe.Contains(type.Key),
            LinkTo = links.GetValueOrDefault(type.Key),
        });
        try
        {
            instance.CreateCustomObject(new MarketoCustomObject(name, display, [.. fields]));
        }
        catch (ArgumentException refused)
        {
            throw input.Wrong("apiName", $"'{name}' cannot be made: {refused.Message}", "write an object that the vendor would take");
        }

        json.WriteString("apiName"u8, name);
    }

    private static PersonFieldType TypeOf(ControlInput input, string field, object? word) =>
        Enum.TryParse<PersonFieldType>(word as string, ignoreCase: true, out var type) && word is string text && char.IsAsciiLetter(text[0]) ? type
            : throw input.Wrong($"fields.{field}", $"'{word}' is no data type", $"there are {string.Join(", ", Enum.GetNames<PersonFieldType>().Select(name => name.ToLowerInvariant()))}");
}
