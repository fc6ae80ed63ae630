using System.Text;
using System.Text.Json;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>One field of the person schema. Values are held as null, string, int, decimal or bool; dates and datetimes as their wire text in UTC.</summary>
internal sealed class PersonField(int number, string name, string displayName, PersonFieldType type)
{
    /// <summary>Place of the value in a row.</summary>
    public int Number { get; } = number;

    /// <summary>The id by which describe and the change log name the field.</summary>
    public int Id => Number + 1;

    public string Name { get; } = name;

    public string DisplayName { get; } = displayName;

    public PersonFieldType Type { get; } = type;

    /// <summary>Longest text in characters; 0 for types without a length. Text areas are measured in bytes of UTF-8.</summary>
    public int Length { get; init; }

    public bool ReadOnly { get; init; }

    public bool Searchable { get; init; }

    public bool Custom { get; init; }

    /// <summary>A company's field, which people linked to a company inherit.</summary>
    public bool Company { get; init; }

    /// <summary>Values repeat over many people and are kept once.</summary>
    public bool Pooled { get; init; }

    public object? Default { get; init; }

    public JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(name);

    /// <summary>The name as it stands in JSON before a value: with the brace of the object, as its first member.</summary>
    public byte[] FirstMember { get; } = [.. "{\""u8, .. JsonEncodedText.Encode(name).EncodedUtf8Bytes, .. "\":"u8];

    /// <summary>The same as a later member, with the comma.</summary>
    public byte[] Member { get; } = [.. ",\""u8, .. JsonEncodedText.Encode(name).EncodedUtf8Bytes, .. "\":"u8];

    /// <summary>The name as it comes in a request.</summary>
    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    public bool IsNumber => Type is PersonFieldType.Integer or PersonFieldType.Score;

    public bool IsDecimal => Type is PersonFieldType.Percent or PersonFieldType.Float or PersonFieldType.Currency;

    /// <summary>The type's name on the wire.</summary>
    public string TypeName => Type switch
    {
        PersonFieldType.String => "string",
        PersonFieldType.Text => "text",
        PersonFieldType.Email => "email",
        PersonFieldType.Phone => "phone",
        PersonFieldType.Url => "url",
        PersonFieldType.Reference => "reference",
        PersonFieldType.Integer => "integer",
        PersonFieldType.Score => "score",
        PersonFieldType.Percent => "percent",
        PersonFieldType.Float => "float",
        PersonFieldType.Currency => "currency",
        PersonFieldType.Boolean => "boolean",
        PersonFieldType.Date => "date",
        _ => "datetime",
    };
}
