using System.Globalization;
using System.Text.Json;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>Makes a field of the schema from its metadata.</summary>
internal static class CustomFields
{
    /// <param name="field">What the administrator wrote.</param>
    /// <param name="plural">Plural of the object, for the list at the parent.</param>
    /// <param name="number">Its place in the row.</param>
    /// <exception cref="MetadataException">A default does not fit the type.</exception>
    public static SField Make(FieldMetadata field, string plural, int number)
    {
        var type = TypeOf(field.Type);
        var isDouble = type is SFieldType.Double or SFieldType.Currency or SFieldType.Percent;
        var isLong = field.Type == "longTextArea";
        var isLookup = type == SFieldType.Reference;
        var isMaster = field.Type == "masterDetail";
        var derived = field.Formula is not null || field.RollUp is not null || field.AutoNumber is not null || field.Type == "autoNumber";
        var key = field.Unique || field.ExternalId;
        var made = new SField
        {
            Number = number,
            Name = field.Name,
            Label = field.Label,
            Type = type,
            Length = isLookup ? 18 : isDouble || type is SFieldType.Boolean or SFieldType.Date or SFieldType.DateTime ? 0 : field.Length,
            Precision = isDouble ? field.Length : 0,
            Scale = field.Scale,
            Nillable = !field.Required && !isMaster && type != SFieldType.Boolean,
            Createable = !derived,
            Updateable = !derived && !isMaster,
            DefaultedOnCreate = type == SFieldType.Boolean || field.Default is not null || field.DefaultFormula is not null || field.Type == "autoNumber",
            Unique = field.Unique,
            ExternalId = field.ExternalId,
            CaseSensitive = field.CaseSensitive,
            IdLookup = field.ExternalId,
            Indexed = key || isLookup,
            Filterable = !isLong,
            Sortable = !isLong && type != SFieldType.MultiPicklist,
            Groupable = !isLong && !isDouble && type is not (SFieldType.DateTime or SFieldType.MultiPicklist),
            Calculated = derived,
            RestrictedPicklist = field.Restricted,
            ReferenceTo = [.. field.ReferenceTo.Order(StringComparer.Ordinal)],
            RelationshipName = isLookup ? field.Name[..^1] + "r" : null,
            ChildRelationshipName = isLookup ? (field.ChildRelationship ?? plural.Replace(" ", "")) + "__r" : null,
            CascadeDelete = isMaster,
            LocksParent = isMaster,
            Picklist = [.. field.Values.Select(value => new PicklistValue(value, value == field.Default))],
            AutoNumber = field.AutoNumber ?? (field.Type == "autoNumber" ? "{0000}" : null),
            DefaultFormula = field.DefaultFormula,
            Formula = field.Formula,
            IsRollUp = field.RollUp is not null,
            StartsAtZero = field.RollUp is { Operation: "count" or "sum" },
            Default = field.Default is null || field.Values.Count > 0 ? null : Value(type, field.Default, field),
            Json = JsonEncodedText.Encode(field.Name),
        };
        return field.Values.Count == 0 || field.Default is null || field.Values.Contains(field.Default)
            ? made
            : throw new MetadataException($"default '{field.Default}' is not among the values", field.Place + ".default", "write one of the values");
    }

    /// <summary>The stored form of a text.</summary>
    private static object Value(SFieldType type, string text, FieldMetadata field) => type switch
    {
        SFieldType.Boolean when bool.TryParse(text, out var flag) => Boxes.Of(flag),
        SFieldType.Double or SFieldType.Currency or SFieldType.Percent when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Boxes.Of(number),
        SFieldType.Date when ValueReader.TryDate(text, out var date) => date,
        SFieldType.DateTime when ValueReader.TryDateTime(text, out var micros) => micros,
        SFieldType.Boolean or SFieldType.Double or SFieldType.Currency or SFieldType.Percent or SFieldType.Date or SFieldType.DateTime or SFieldType.Reference =>
            throw new MetadataException($"default '{text}' is no value of type {field.Type}", field.Place + ".default", "write true or false, a number, 2026-01-31, or 2026-01-31T10:00:00Z; or a defaultFormula"),
        _ => text,
    };

    private static SFieldType TypeOf(string type) => type switch
    {
        "checkbox" => SFieldType.Boolean,
        "currency" => SFieldType.Currency,
        "date" => SFieldType.Date,
        "dateTime" => SFieldType.DateTime,
        "email" => SFieldType.Email,
        "lookup" or "masterDetail" => SFieldType.Reference,
        "multiPicklist" => SFieldType.MultiPicklist,
        "number" => SFieldType.Double,
        "percent" => SFieldType.Percent,
        "phone" => SFieldType.Phone,
        "picklist" => SFieldType.Picklist,
        "longTextArea" or "textArea" => SFieldType.TextArea,
        "url" => SFieldType.Url,
        _ => SFieldType.String,
    };
}
