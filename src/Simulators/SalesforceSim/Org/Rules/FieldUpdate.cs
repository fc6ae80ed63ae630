using SfMarketo.SalesforceSim.Org.Formulas;
using SfMarketo.SalesforceSim.Org.Metadata;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Org.Rules;

/// <summary>A field update of a workflow rule, ready to run.</summary>
/// <param name="Field">The field.</param>
/// <param name="Formula">Its new value; null for <paramref name="Literal"/>.</param>
/// <param name="Literal">Its new value in stored form.</param>
/// <param name="Reevaluate">The object's rules are looked at once more.</param>
internal sealed record FieldUpdate(SField Field, Formula? Formula, object? Literal, bool Reevaluate)
{
    /// <exception cref="MetadataException">The field is not there or cannot be written, or the value does not fit it.</exception>
    public static FieldUpdate Of(OrgSchema schema, SObjectType type, FieldUpdateMetadata update)
    {
        var field = RuleNames.Field(type, update.Field, update.Place + ".field");
        if (!field.Createable)
        {
            throw new MetadataException($"{field.Name} is read-only", update.Place + ".field", "name a field that can be written");
        }

        return new FieldUpdate(field, update.Formula is null ? null : Read(schema, type, field, update), update.Value is null ? null : Stored(type, field, update), update.Reevaluate);
    }

    public object? Value(FormulaContext context) => Formula is null ? Literal : FormulaValues.Store(Field, Formula.Value(context));

    private static Formula Read(OrgSchema schema, SObjectType type, SField field, FieldUpdateMetadata update)
    {
        try
        {
            var formula = Formula.Parse(update.Formula!, type, schema, FormulaUse.Condition);
            return FormulaValues.Fits(field, formula.Type) ? formula : throw new FormulaException($"The formula gives {formula.Type}, which {field.Name} cannot hold");
        }
        catch (FormulaException wrong)
        {
            throw new MetadataException(wrong.Message, update.Place + ".formula", $"write a formula over {type.Name}");
        }
    }

    private static object? Stored(SObjectType type, SField field, FieldUpdateMetadata update)
    {
        var input = new RowInput();
        input.Start(type);
        ValueReader.AddAny(input, field, update.Value!);
        return input.Error is { } error ? throw new MetadataException(error.Message, update.Place + ".value", $"write a value that {field.Name} can hold") : input.Values[0].Value;
    }
}
