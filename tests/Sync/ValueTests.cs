using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using SfMarketo.Sync;

namespace SfMarketo.Tests.Sync;

public sealed class ValueTests
{
    private static readonly Gen<FieldValue> Values = Gen.OneOf(
        Gen.Const(FieldValue.Null),
        Gen.String.Where(IsUnicode).Select(text => FieldValue.Of(text)),
        Gen.Decimal.Select(FieldValue.Of),
        Gen.Bool.Select(FieldValue.Of));

    private static readonly Gen<FieldBag> Bags = Gen.Select(Gen.String.Where(IsUnicode), Values).Array[0, 30].Select(fields =>
    {
        var bag = new FieldBag();
        foreach (var (name, value) in fields)
        {
            bag.Set(name, value);
        }

        return bag;
    });

    [Theory]
    [InlineData("001D000000K0fXO", "001D000000K0fXOIAZ")]
    [InlineData("001D000000K0fXOIAZ", "001D000000K0fXOIAZ")]
    [InlineData("001000000000000", "001000000000000AAA")]
    public void An_id_is_kept_as_18_characters(string text, string expected) => SalesforceId.Parse(text).ToString().Should().Be(expected);

    [Theory]
    [InlineData("001D000000K0fXOIAA")] // the checksum of another id
    [InlineData("001D000000K0fX")]
    [InlineData("001D000000K0f-O")]
    [InlineData("")]
    public void What_is_no_id_is_refused(string text) => SalesforceId.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void Ids_of_15_and_18_characters_are_equal_and_case_tells_ids_apart()
    {
        SalesforceId.Parse("001D000000K0fXO").Should().Be(SalesforceId.Parse("001D000000K0fXOIAZ"));
        SalesforceId.Parse("001D000000K0fXO").Should().NotBe(SalesforceId.Parse("001D000000K0fxO"));
    }

    [Fact]
    public void A_bag_that_is_written_and_read_is_the_same_bag() => Bags.Sample(bag => Read(Write(bag)).Equals(bag) && Read(Write(bag)).GetHashCode() == bag.GetHashCode());

    [Fact]
    public void Absent_null_and_empty_are_three_answers()
    {
        var bag = Read("""{"a":null,"b":""}"""u8);

        bag.TryGet("a", out var a).Should().BeTrue();
        a.IsNull.Should().BeTrue();
        bag["b"].Should().Be(FieldValue.Of(""));
        bag.TryGet("c", out _).Should().BeFalse();
    }

    [Fact]
    public void A_bag_keeps_the_order_and_the_last_value_of_a_name_that_comes_twice()
    {
        var bag = Read("""{"b":1,"a":2,"b":3}"""u8);

        bag.Select(field => field.Name).Should().Equal("b", "a");
        bag["b"].AsNumber().Should().Be(3);
    }

    [Fact]
    public void Numbers_are_equal_by_value_and_keep_their_digits()
    {
        var bag = Read("""{"a":15000.0}"""u8);

        bag["a"].Should().Be(FieldValue.Of(15000m));
        Encoding.UTF8.GetString(Write(bag)).Should().Be("""{"a":15000.0}""");
    }

    [Theory]
    [InlineData("2016-05-17T22:11:45Z", "2016-05-17T22:11:45.0000000+00:00")]
    [InlineData("2015-05-07T11:47:30-08:00", "2015-05-07T19:47:30.0000000+00:00")]
    [InlineData("2014-09-17T22:31:49+0000", "2014-09-17T22:31:49.0000000+00:00")]
    [InlineData("2015-05-21T22:45:13Z+0000", "2015-05-21T22:45:13.0000000+00:00")]
    [InlineData("2014-11-13 12:43:04", "2014-11-13T12:43:04.0000000+00:00")]
    [InlineData("2026-01-02T03:04:05.678+0000", "2026-01-02T03:04:05.6780000+00:00")]
    [InlineData("2026-01-02T03:04:05.5+05:30", "2026-01-01T21:34:05.5000000+00:00")]
    [InlineData("2010-05-07", "2010-05-07T00:00:00.0000000+00:00")]
    public void Every_date_time_the_two_apis_were_seen_to_write_is_read(string text, string expected) => WireTime.Parse(text).ToString("O").Should().Be(expected);

    [Theory]
    [InlineData("2026-02-30T00:00:00Z")]
    [InlineData("2026-01-02T25:00:00Z")]
    [InlineData("2026-01-02T03:04:05.Z")]
    [InlineData("yesterday")]
    public void What_is_no_date_time_is_refused(string text) => WireTime.TryParse(text, out _).Should().BeFalse();

    private static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                return false; // a lone surrogate cannot be written as UTF-8
            }
        }

        return true;
    }

    private static FieldBag Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return FieldBag.Read(ref reader);
    }

    private static byte[] Write(FieldBag bag)
    {
        var body = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(body);
        bag.WriteTo(writer);
        writer.Flush();
        return body.WrittenSpan.ToArray();
    }
}
