using System.Text.Json;
using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.CustomObjects.Metadata;

/// <summary>Reads a field of a type: <c>name, displayName, dataType, description, isDedupeField, relatedTo {name, field}</c>.</summary>
internal static class FieldReader
{
    /// <summary>The data type of a field that links to another object, whose type it then has.</summary>
    public const string Link = "link";

    /// <summary>The words of data types.</summary>
    public static readonly SortedDictionary<string, PersonFieldType> Types = new(
        Enum.GetValues<PersonFieldType>().Where(type => type is not (PersonFieldType.Score or PersonFieldType.Reference)).ToDictionary(type => type.ToString().ToLowerInvariant()), StringComparer.Ordinal);

    /// <param name="call">The call.</param>
    /// <param name="item">The field's JSON.</param>
    /// <param name="old">The field as it is; null for a new one.</param>
    /// <param name="problem">Why it cannot be taken; there is no field then.</param>
    public static MarketoCustomObjectField? Read(MarketoCall call, JsonElement item, MarketoCustomObjectField? old, out MarketoError? problem)
    {
        problem = null;
        var name = TypeCall.Text(item, "name") ?? old?.Name;
        var word = TypeCall.Text(item, "dataType");
        if (name is null || (word is null && old is null))
        {
            problem = MarketoErrors.MissingParameter(name is null ? "name" : "dataType");
            return null;
        }

        if (!CustomObjectKind.IsName(name))
        {
            problem = MarketoErrors.InvalidData($"Invalid name '{name}'");
            return null;
        }

        var type = old?.Type ?? default;
        var link = old?.LinkTo;
        if (item.TryGetProperty("relatedTo", out var related) && related.ValueKind == JsonValueKind.Object)
        {
            var target = LinkableObjects.Find(call, TypeCall.Text(related, "name"), TypeCall.Text(related, "field"));
            if (target is not { } found)
            {
                problem = MarketoErrors.InvalidData("relatedTo names no linkable object and field");
                return null;
            }

            (type, link) = (found.Type, $"{TypeCall.Text(related, "name")}.{found.Name}");
        }
        else if (word == Link && link is null)
        {
            problem = MarketoErrors.MissingParameter("relatedTo");
            return null;
        }

        if (word is not (null or Link) && !Types.TryGetValue(word, out type))
        {
            problem = MarketoErrors.InvalidData($"Invalid dataType '{word}'");
            return null;
        }

        return new MarketoCustomObjectField(name, type, TypeCall.Text(item, "displayName") ?? old?.DisplayName)
        {
            Length = old?.Length ?? 255,
            Description = TypeCall.Text(item, "description") ?? old?.Description ?? "",
            IsDedupe = item.TryGetProperty("isDedupeField", out var dedupe) ? dedupe.ValueKind == JsonValueKind.True : old?.IsDedupe ?? false,
            LinkTo = link,
        };
    }
}
