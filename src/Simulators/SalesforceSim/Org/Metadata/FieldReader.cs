using SfMarketo.Kernel.Control;

namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>Reads a custom field.</summary>
internal static class FieldReader
{
    private const int LongestText = 255;
    private const int LongestTextArea = 131_072;
    private const int MostDigits = 18;

    public static FieldMetadata Read(string place, ControlInput input)
    {
        var name = input.RequiredText("name", "write the API name: Region__c");
        if (!IsCustomName(name))
        {
            throw input.Wrong("name", $"'{name}' is no name of a custom field", "write letters, digits and single underscores, a letter first, and __c at the end: Region__c");
        }

        if (input.Word("type", [.. MetadataReader.FieldTypes]) is not { } type)
        {
            throw input.Missing("type", $"write one of {string.Join(", ", MetadataReader.FieldTypes)}");
        }

        var number = type is "number" or "currency" or "percent";
        var field = new FieldMetadata
        {
            Place = place,
            Name = name,
            Label = input.Text("label") ?? name[..^3].Replace('_', ' '),
            Type = type,
            Length = (number ? input.Whole("digits", 1, MostDigits) : input.Whole("length", 1, type == "longTextArea" ? LongestTextArea : LongestText)) ?? Standard(type),
            Scale = number ? input.Whole("scale", 0, MostDigits - 1) ?? (type == "number" ? 0 : 2) : 0,
            Required = input.Flag("required") ?? false,
            Unique = input.Flag("unique") ?? false,
            CaseSensitive = input.Flag("caseSensitive") ?? false,
            ExternalId = input.Flag("externalId") ?? false,
            Default = input.Scalar("default"),
            DefaultFormula = input.Text("defaultFormula"),
            Values = input.Texts("values"),
            Restricted = input.Flag("restricted") ?? false,
            ReferenceTo = input.Texts("referenceTo"),
            ChildRelationship = input.Text("childRelationship"),
            Formula = input.Text("formula"),
            RollUp = input.Inner("rollUp") is { } summary ? RollUp(summary) : null,
            AutoNumber = input.Text("autoNumber"),
        };
        Check(field, input);
        return field;
    }

    /// <summary>A custom API name.</summary>
    public static bool IsCustomName(string name) =>
        name.Length is > 3 and <= 43 && name.EndsWith("__c", StringComparison.Ordinal) && char.IsAsciiLetter(name[0]) && !name[..^3].Contains("__", StringComparison.Ordinal)
        && name[^4] != '_' && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');

    private static int Standard(string type) => type switch
    {
        "longTextArea" => 32_768,
        "multiPicklist" => 4_099,
        "number" or "currency" or "percent" => MostDigits,
        "email" => 80,
        "phone" => 40,
        "autoNumber" => 30,
        _ => LongestText,
    };

    private static RollUpMetadata RollUp(ControlInput input)
    {
        var operation = input.Word("operation", "count", "sum", "min", "max") ?? throw input.Missing("operation", "write count, sum, min or max");
        var rollUp = new RollUpMetadata(operation, input.RequiredText("object", "write the children's object"), input.Text("lookup"), input.Text("field"), input.Text("filter"));
        input.End();
        return rollUp.Field is null == (operation == "count") ? rollUp : throw input.Wrong("field", operation == "count" ? "cannot stand with count" : "is missing", "name the children's field for sum, min and max, and none for count");
    }

    private static void Check(FieldMetadata field, ControlInput input)
    {
        var isPicklist = field.Type is "picklist" or "multiPicklist";
        var isLookup = field.Type is "lookup" or "masterDetail";
        if (isPicklist == (field.Values.Count == 0) && field.Formula is null)
        {
            throw input.Wrong("values", isPicklist ? "is missing" : $"cannot stand with type {field.Type}", "list the values of a picklist or multiPicklist, and of no other type");
        }

        if (isLookup == (field.ReferenceTo.Count == 0))
        {
            throw input.Wrong("referenceTo", isLookup ? "is missing" : $"cannot stand with type {field.Type}", "list the objects of a lookup or masterDetail, and of no other type");
        }

        if ((field.Unique || field.ExternalId) && field.Type is not ("text" or "email" or "autoNumber"))
        {
            throw input.Wrong(field.Unique ? "unique" : "externalId", $"cannot stand with type {field.Type}", "this simulator keys rows by text, email and autoNumber fields");
        }

        if (field.Formula is not null && field.RollUp is not null || (field.Formula ?? (object?)field.RollUp) is not null && (isLookup || field.Required || field.Unique || field.ExternalId || field.Default is not null || field.DefaultFormula is not null))
        {
            throw input.Wrong(field.Formula is null ? "rollUp" : "formula", "cannot stand with what only fields that clients write have", "leave out required, unique, externalId, default and referenceTo, and write formula or rollUp but not both");
        }

        if (field.Scale > field.Length)
        {
            throw input.Wrong("scale", "is more than there are digits", "write digits of at least as many");
        }
    }
}
