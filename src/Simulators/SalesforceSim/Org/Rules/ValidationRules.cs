using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org.Formulas;
using SfMarketo.SalesforceSim.Org.Metadata;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Org.Rules;

/// <summary>Checks the administrator's validation rules (salesforce-data.md section 10.2): all of an object, and each that fails has its own entry.</summary>
internal sealed class ValidationRules
{
    private readonly List<(Formula Condition, string Message, string? Field)>?[] byType;

    /// <exception cref="MetadataException">A rule names what does not exist, or its condition is none.</exception>
    public ValidationRules(OrgSchema schema, IReadOnlyList<ValidationRuleMetadata> rules)
    {
        byType = new List<(Formula, string, string?)>?[schema.Objects.Count];
        foreach (var rule in rules)
        {
            var type = RuleNames.Object(schema, rule.Object, rule.Place);
            var field = rule.Field is null ? null : RuleNames.Field(type, rule.Field, rule.Place + ".field").Name;
            var condition = RuleNames.Condition(schema, type, rule.Condition, rule.Place)!;
            if (rule.Active)
            {
                (byType[type.Number] ??= []).Add((condition, rule.Message, field));
            }
        }
    }

    /// <summary>The errors of a row that is about to be written, or null.</summary>
    public RowError? Check(Transaction transaction, SObjectType type, object?[] values, SRow? old)
    {
        if (byType[type.Number] is not { } rules)
        {
            return null;
        }

        var context = new FormulaContext(transaction.Store, values, old, transaction.Stamp, transaction.UserId);
        List<RowError>? errors = null;
        foreach (var (condition, message, field) in rules)
        {
            if (condition.Holds(context))
            {
                (errors ??= []).Add(new RowError(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", message, field is null ? [] : [field]));
            }
        }

        return errors is null ? null : errors.Count == 1 ? errors[0] : errors[0] with { Also = errors[1..] };
    }
}
