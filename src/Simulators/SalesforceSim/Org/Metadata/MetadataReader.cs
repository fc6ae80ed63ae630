using SfMarketo.Kernel.Control;

namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>Reads <see cref="OrgMetadata"/> from JSON, strictly: unknown members, words and forms are errors.</summary>
public static class MetadataReader
{
    /// <summary>Types of custom fields.</summary>
    public static IReadOnlyList<string> FieldTypes { get; } =
    [
        "autoNumber", "checkbox", "currency", "date", "dateTime", "email", "longTextArea", "lookup", "masterDetail", "multiPicklist", "number", "percent", "phone", "picklist", "text", "textArea", "url",
    ];

    /// <param name="json">UTF-8.</param>
    /// <exception cref="MetadataException">It cannot be used; one error, the first.</exception>
    public static OrgMetadata Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return Read(ControlInput.Parse(json));
        }
        catch (ControlException wrong)
        {
            throw new MetadataException(wrong.Message, wrong.Where, wrong.Help);
        }
    }

    private static OrgMetadata Read(ControlInput input)
    {
        var defaults = OrgMetadata.None;
        var metadata = new OrgMetadata
        {
            Objects = Each(input, "objects", Object),
            Fields = input.Inner("fields") is { } fields ? FieldsByObject(fields) : [],
            ValidationRules = Each(input, "validationRules", RuleReader.Validation),
            WorkflowRules = Each(input, "workflowRules", RuleReader.Workflow),
            AssignmentRules = Each(input, "assignmentRules", RuleReader.Assignment),
            Queues = Each(input, "queues", (place, queue) => new QueueMetadata(place, queue.RequiredText("name", "write the queue's name"), queue.Texts("objects"))),
            MatchingRules = Each(input, "matchingRules", RuleReader.Matching),
            DuplicateRules = Each(input, "duplicateRules", RuleReader.Duplicate),
            RecordTypes = Each(input, "recordTypes", RecordType),
            Profiles = Each(input, "profiles", ProfileReader.Read),
            Users = [.. input.Fields("users").Select(user => new KeyValuePair<string, string>(user.Key, user.Value as string ?? throw new MetadataException($"the profile of {user.Key} must be a text", "users", "write the profile's name")))],
            FiscalYearStartMonth = input.Whole("fiscalYearStartMonth", 1, 12) ?? defaults.FiscalYearStartMonth,
            RecycleBinRows = input.Whole("recycleBinRows", 1, 100_000_000) ?? defaults.RecycleBinRows,
            ApiEnabled = input.Flag("apiEnabled") ?? defaults.ApiEnabled,
            Countries = Each(input, "countries", Country),
        };
        input.End();
        return metadata;
    }

    internal static IReadOnlyList<T> Each<T>(ControlInput input, string name, Func<string, ControlInput, T> read, string start = "") => [.. input.Inners(name).Select((each, number) =>
    {
        var result = read($"{start}{name}[{number}]", each);
        each.End();
        return result;
    })];

    private static List<KeyValuePair<string, IReadOnlyList<FieldMetadata>>> FieldsByObject(ControlInput fields)
    {
        var all = fields.Names.Select(name => new KeyValuePair<string, IReadOnlyList<FieldMetadata>>(name, Each(fields, name, FieldReader.Read, "fields."))).ToList();
        fields.End();
        return all;
    }

    private static ObjectMetadata Object(string place, ControlInput input)
    {
        var name = input.RequiredText("name", "write the API name: Project__c");
        if (!FieldReader.IsCustomName(name))
        {
            throw input.Wrong("name", $"'{name}' is no name of a custom object", "write letters, digits and single underscores, a letter first, and __c at the end: Project__c");
        }

        var label = input.Text("label") ?? name[..^3].Replace('_', ' ');
        return new ObjectMetadata(place, name, label, input.Text("pluralLabel") ?? label + "s", input.Text("autoNumber"), Each(input, "fields", FieldReader.Read, place + "."));
    }

    private static RecordTypeMetadata RecordType(string place, ControlInput input)
    {
        var name = input.RequiredText("name", "write its label");
        return new RecordTypeMetadata(
            place, input.RequiredText("object", "write the object's API name"), name, input.Text("developerName") ?? name.Replace(' ', '_'), input.Flag("active") ?? true, input.Flag("default") ?? false);
    }

    private static CountryMetadata Country(string place, ControlInput input) => new(
        input.RequiredText("code", "write the ISO code: US"),
        input.RequiredText("name", "write the country's name"),
        [.. input.Fields("states").Select(state => new KeyValuePair<string, string>(state.Key, state.Value as string ?? throw new MetadataException($"the name of state {state.Key} must be a text", place + ".states", "write its name")))]);
}
