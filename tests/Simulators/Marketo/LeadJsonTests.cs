using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Leads;

namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>A person as a piece of JSON is what the answers' writer makes of it, value by value.</summary>
public sealed class LeadJsonTests
{
    [Fact]
    public void The_bytes_are_those_of_the_writer_whatever_the_values_are()
    {
        var count = new PersonSchema([]).Fields.Length;
        var number = Gen.Int[-1_000_000, 1_000_000];
        var value = Gen.OneOf(
            Gen.String.Select(text => (object?)text), Gen.String["abc \"\\/<>&'\u00fc\u20ac\u007f\n\t"].Select(text => (object?)text), number.Select(whole => (object?)whole), Gen.Bool.Select(flag => (object?)flag),
            Gen.Decimal.Select(amount => (object?)amount), Gen.Const((object?)null));
        Gen.Select(value.Array[0, count], Gen.Bool).Sample((values, omits) =>
        {
            var schema = new PersonSchema([]);
            var fields = schema.Fields[..values.Length];
            var draft = new PersonDraft(schema);
            for (var place = 0; place < values.Length; place++)
            {
                draft[place] = values[place];
            }

            var row = new PersonRow(1_001, draft.End());

            Encoding.UTF8.GetString(new LeadJson().Of(row, fields, omits)).Should().Be(Written(row, fields, omits));
        });
    }

    private static string Written(PersonRow row, PersonField[] fields, bool omits)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var field in fields)
            {
                var value = row.Values[field.Number];
                if (value is not null || !omits)
                {
                    LeadFields.WriteValue(json, field.EncodedName, value);
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
