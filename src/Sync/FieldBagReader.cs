using System.Text.Json;

namespace SfMarketo.Sync;

/// <summary>Reads rows straight from the bytes into bags.</summary>
internal static class FieldBagReader
{
    /// <summary>Reads the object the reader stands on.</summary>
    /// <param name="reader">Stands on the object's start; is left on its end.</param>
    /// <param name="names">Shared by the rows of one page.</param>
    /// <param name="flatten">Salesforce rows: nested parents become <c>Parent.Field</c>, the <c>attributes</c> member is left out, child lists are kept as JSON text.</param>
    /// <param name="capacity">Of the bag; without it as many fields as the page's rows have had.</param>
    public static FieldBag Read(ref Utf8JsonReader reader, FieldNames names, bool flatten, int? capacity = null)
    {
        var bag = new FieldBag(capacity ?? names.Expected);
        names.BeginRow();
        ReadInto(bag, ref reader, names, "", flatten);
        return bag;
    }

    private static void ReadInto(FieldBag bag, ref Utf8JsonReader reader, FieldNames names, string prefix, bool flatten)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (flatten && reader.ValueTextEquals("attributes"u8))
            {
                reader.Read();
                reader.Skip();
                continue;
            }

            var name = names.Take(ref reader, prefix);
            reader.Read();
            if (flatten && reader.TokenType == JsonTokenType.StartObject && !IsChildList(reader))
            {
                ReadInto(bag, ref reader, names, name + ".", flatten);
            }
            else
            {
                var value = FieldValue.Read(ref reader);
                if (names.InOrder)
                {
                    bag.Append(name, value);
                }
                else
                {
                    bag.Set(name, value);
                }
            }
        }
    }

    // By value: the caller's reader stays where it is. A child sub-select has the shape of a query result, a parent row starts with "attributes".
    private static bool IsChildList(Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("totalSize"u8);

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
        {
            throw new JsonException($"Expected {token}, found {reader.TokenType}.");
        }
    }
}
