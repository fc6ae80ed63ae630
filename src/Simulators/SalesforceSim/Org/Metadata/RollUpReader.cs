using SfMarketo.SalesforceSim.Org.Formulas;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>Turns the metadata of a roll-up field into a <see cref="RollUp"/> of the children's object.</summary>
internal static class RollUpReader
{
    /// <exception cref="MetadataException">It names what does not exist or does not fit.</exception>
    public static void Add(OrgSchema schema, SObjectType parent, FieldMetadata field)
    {
        var (rollUp, place) = (field.RollUp!, field.Place + ".rollUp");
        var child = schema.Find(rollUp.Object) ?? throw new MetadataException($"there is no object {rollUp.Object}", place + ".object", "write the API name of the children's object");
        var lookups = child.Fields.Where(each => each.ReferenceTo.Contains(parent.Name) && each.Indexed && (rollUp.Lookup is null || string.Equals(rollUp.Lookup, each.Name, StringComparison.OrdinalIgnoreCase))).ToList();
        if (lookups.Count != 1)
        {
            throw new MetadataException(
                lookups.Count == 0 ? $"{child.Name} has no lookup to {parent.Name}" : $"{child.Name} has several lookups to {parent.Name}: {string.Join(", ", lookups)}", place + ".lookup", "name the children's lookup");
        }

        var target = parent.Field(field.Name);
        var source = rollUp.Field is null ? null : child.Find(rollUp.Field) ?? throw new MetadataException($"{child.Name} has no field {rollUp.Field}", place + ".field", "name a field of the children");
        var operation = Enum.Parse<RollUpOperation>(rollUp.Operation, ignoreCase: true);
        var numbers = target.IsDouble && (source is null || source.IsDouble || source.Type == SFieldType.Int);
        if (!numbers && (operation is RollUpOperation.Count or RollUpOperation.Sum || source!.Type != target.Type || target.Type is not (SFieldType.Date or SFieldType.DateTime)))
        {
            throw new MetadataException($"{rollUp.Operation} of {source?.ToString() ?? "rows"} does not fit the type {field.Type}", field.Place + ".type", "give number, currency or percent; for min and max of dates the type of the children's field");
        }

        var made = new RollUp(lookups[0], target, operation, Value(source, Filter(schema, child, rollUp, place)));
        child.RollUps = [.. child.RollUps, made];
        parent.Counted = [.. parent.Counted, (child, made)];
    }

    private static Formula? Filter(OrgSchema schema, SObjectType child, RollUpMetadata rollUp, string place)
    {
        try
        {
            return rollUp.Filter is null ? null : Formula.Condition(rollUp.Filter, child, schema);
        }
        catch (FormulaException wrong)
        {
            throw new MetadataException(wrong.Message, place + ".filter", $"write a formula over {child.Name} that is true or false");
        }
    }

    private static Func<OrgStore, SRow, object?> Value(SField? source, Formula? filter) => (store, row) =>
        filter is not null && !filter.Holds(new FormulaContext(store, row.CopyValues(), row, row.Stamp, row.Text(SystemFields.LastModifiedById) ?? "")) ? null
        : source is null ? Boxes.True : row[source];
}
