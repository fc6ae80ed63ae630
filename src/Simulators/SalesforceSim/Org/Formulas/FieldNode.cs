using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Formulas;

/// <summary>A field of the row, of a parent, or of the user who saves.</summary>
/// <param name="name">As written.</param>
/// <param name="ofUser">The path starts at the user: <c>$User.Email</c>.</param>
/// <param name="hops">The lookups on the way; none for a field of the row itself.</param>
/// <param name="target">The field; null for a path over a lookup with several targets, where <paramref name="last"/> is looked up in the row that is there.</param>
/// <param name="last">The field's name.</param>
internal sealed class FieldNode(string name, bool ofUser, SField[] hops, SField? target, string last) : FormulaNode(TypeOf(target))
{
    public string Name => name;

    /// <summary>The lookups on the way; empty for a field of the row itself.</summary>
    public IReadOnlyList<SField> Hops => hops;

    public bool OfUser => ofUser;

    public bool IsOwn => !ofUser && hops.Length == 0;

    public SField? Field => target;

    public override object? Value(FormulaContext context) => Shape(IsOwn ? context.Now(target!) : Far(context), context);

    /// <summary>The row's value before the save.</summary>
    public object? Before(FormulaContext context) => Shape(context.Before(target!), context);

    /// <summary>The save gives the row another value here; a new row counts as unchanged.</summary>
    public bool Changed(FormulaContext context) => !context.IsNew && !Equals(context.Now(target!), context.Before(target!));

    private object? Far(FormulaContext context)
    {
        var row = ofUser ? context.User : context.Find(context.Now(hops[0]) as string);
        for (var i = ofUser ? 0 : 1; i < hops.Length && row is not null; i++)
        {
            row = context.Find(row.Text(hops[i].Number));
        }

        return row is null ? null : target is null ? row.Type.FindAny(last) is { } found ? row[found] : null : row[target];
    }

    private object? Shape(object? value, FormulaContext context) => value switch
    {
        int number => (double)number,
        null when Type == FormulaType.Number && context.BlankIsZero => 0.0,
        null when Type == FormulaType.Boolean => false,
        _ => value,
    };

    private static FormulaType TypeOf(SField? field) => field?.Type switch
    {
        null => FormulaType.Text,
        SFieldType.Picklist => FormulaType.Picklist,
        SFieldType.MultiPicklist => FormulaType.MultiPicklist,
        SFieldType.Boolean => FormulaType.Boolean,
        SFieldType.Int or SFieldType.Double or SFieldType.Currency or SFieldType.Percent => FormulaType.Number,
        SFieldType.Date => FormulaType.Date,
        SFieldType.DateTime => FormulaType.DateTime,
        _ => FormulaType.Text,
    };
}
