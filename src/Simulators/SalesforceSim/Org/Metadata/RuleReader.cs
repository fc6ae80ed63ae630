using SfMarketo.Kernel.Control;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>Reads rules.</summary>
internal static class RuleReader
{
    private const string ObjectHelp = "write the object's API name";
    private const string NameHelp = "write the rule's name";

    public static ValidationRuleMetadata Validation(string place, ControlInput input) => new(
        place, input.RequiredText("name", NameHelp), input.RequiredText("object", ObjectHelp), input.Flag("active") ?? true,
        input.RequiredText("condition", "write the formula that is true for bad rows"), input.RequiredText("message", "write what the client reads"), input.Text("field"));

    public static WorkflowRuleMetadata Workflow(string place, ControlInput input)
    {
        var trigger = input.Word("trigger", "onAllChanges", "onCreateOnly", "onCreateOrTriggeringUpdate") ?? "onAllChanges";
        return new WorkflowRuleMetadata(
            place, input.RequiredText("name", NameHelp), input.RequiredText("object", ObjectHelp), input.Flag("active") ?? true, Enum.Parse<WorkflowTriggerType>(trigger, ignoreCase: true),
            input.Text("condition"), MetadataReader.Each(input, "fieldUpdates", Update, place + "."), input.Texts("messages"));
    }

    public static AssignmentRuleMetadata Assignment(string place, ControlInput input)
    {
        var entries = MetadataReader.Each(input, "entries", Entry, place + ".");
        return new AssignmentRuleMetadata(
            place, input.RequiredText("name", NameHelp), input.Word("object", "Lead", "Case") ?? throw input.Missing("object", "write Lead or Case"), input.Flag("active") ?? true, entries, input.Text("defaultOwner"));
    }

    public static MatchingRuleMetadata Matching(string place, ControlInput input)
    {
        var fields = MetadataReader.Each(input, "fields", Matched, place + ".");
        return fields.Count > 0
            ? new MatchingRuleMetadata(place, input.RequiredText("name", NameHelp), input.RequiredText("object", ObjectHelp), fields)
            : throw input.Missing("fields", """write at least one: [{"field": "Email"}]""");
    }

    public static DuplicateRuleMetadata Duplicate(string place, ControlInput input) => new(
        place, input.RequiredText("name", NameHelp), input.RequiredText("object", ObjectHelp), input.Flag("active") ?? true,
        input.RequiredText("matchingRule", "write the name of a matching rule"), Action(input, "onCreate"), Action(input, "onUpdate"), input.Text("message"));

    private static DuplicateAction Action(ControlInput input, string name) => Enum.Parse<DuplicateAction>(input.Word(name, "block", "alert", "report", "none") ?? "alert", ignoreCase: true);

    private static FieldUpdateMetadata Update(string place, ControlInput input)
    {
        var update = new FieldUpdateMetadata(place, input.RequiredText("field", "write the field's API name"), input.Scalar("value"), input.Text("formula"), input.Flag("reevaluate") ?? false);
        return update.Value is null || update.Formula is null ? update : throw input.Wrong("formula", "cannot stand with value", "write one of them");
    }

    private static AssignmentEntryMetadata Entry(string place, ControlInput input)
    {
        var owners = input.Texts("owners");
        return owners.Count > 0 ? new AssignmentEntryMetadata(place, input.Text("condition"), owners) : throw input.Missing("owners", "list usernames or queue names");
    }

    private static MatchedFieldMetadata Matched(string place, ControlInput input) => new(
        place, input.RequiredText("field", "write the field's API name"), input.Word("method", "exact", "fuzzy") == "fuzzy", input.Flag("matchBlank") ?? false);
}
