using SfMarketo.SalesforceSim.Org.Formulas;
using SfMarketo.SalesforceSim.Org.Metadata;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Rules;

/// <summary>Names that rules hold, looked up in the schema.</summary>
internal static class RuleNames
{
    /// <exception cref="MetadataException">There is no such object.</exception>
    public static SObjectType Object(OrgSchema schema, string name, string place) =>
        schema.Find(name) ?? throw new MetadataException($"there is no object {name}", place + ".object", $"there are {string.Join(", ", schema.Objects)}");

    /// <exception cref="MetadataException">There is no such field.</exception>
    public static SField Field(SObjectType type, string name, string place) =>
        type.Find(name) ?? throw new MetadataException($"{type.Name} has no field {name}", place, $"write the API name of a field of {type.Name}");

    /// <exception cref="MetadataException">It is no condition of the object.</exception>
    public static Formula? Condition(OrgSchema schema, SObjectType type, string? text, string place)
    {
        try
        {
            return text is null ? null : Formula.Condition(text, type, schema);
        }
        catch (FormulaException wrong)
        {
            throw new MetadataException(wrong.Message, place + ".condition", $"write a formula over {type.Name} that is true or false");
        }
    }
}
