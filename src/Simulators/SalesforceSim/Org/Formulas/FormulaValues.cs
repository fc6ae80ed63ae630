using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Formulas;

/// <summary>Turns what a formula gives into what a field holds, and works formula fields out.</summary>
internal static class FormulaValues
{
    /// <summary>Whether a field of this type can hold what a formula of that type gives.</summary>
    public static bool Fits(SField field, FormulaType type) => type == FormulaType.Blank || field.Type switch
    {
        SFieldType.Boolean => type == FormulaType.Boolean,
        SFieldType.Date => type == FormulaType.Date,
        SFieldType.DateTime => type == FormulaType.DateTime,
        SFieldType.Int or SFieldType.Double or SFieldType.Currency or SFieldType.Percent => type == FormulaType.Number,
        SFieldType.Address => false,
        _ => type is FormulaType.Text or FormulaType.Picklist or FormulaType.MultiPicklist,
    };

    /// <summary>The stored form: numbers rounded to the field's places, a text cut to its length, empty is null.</summary>
    public static object? Store(SField field, object? value) => value switch
    {
        null => field.Type == SFieldType.Boolean ? Boxes.False : null,
        bool flag => Boxes.Of(flag),
        double number when field.Type == SFieldType.Int => Math.Abs(number) <= int.MaxValue ? Boxes.Of((int)Math.Round(number, MidpointRounding.AwayFromZero)) : null,
        double number => Boxes.Of(Math.Round(number, Math.Min(field.Scale, 15), MidpointRounding.AwayFromZero)),
        long micros => micros - micros % Kernel.Recording.Micros.PerSecond,
        string { Length: 0 } => null,
        string text => field.Length > 0 && text.Length > field.Length ? text[..field.Length] : text,
        _ => value,
    };

    /// <summary>Works all formula fields of a row out.</summary>
    /// <returns>True when one has changed.</returns>
    public static bool Apply(OrgStore store, SObjectType type, object?[] values, SRow? old, long stamp, string userId)
    {
        var context = new FormulaContext(store, values, old, stamp, userId) { BlankIsZero = true };
        var changed = false;
        foreach (var (field, formula) in type.Formulas)
        {
            var value = Store(field, formula.Value(context));
            if (!Equals(value, values[field.Number]))
            {
                values[field.Number] = value;
                changed = true;
            }
        }

        return changed;
    }
}
