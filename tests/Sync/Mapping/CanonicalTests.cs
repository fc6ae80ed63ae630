using SfMarketo.Sync;
using SfMarketo.Sync.Mapping;

namespace SfMarketo.Tests.Sync.Mapping;

public sealed class CanonicalTests
{
    private readonly Canonical canonical = new(1, 2);

    [Fact]
    public void The_hash_is_SipHash_2_4_as_published()
    {
        var data = Enumerable.Range(0, 15).Select(i => (byte)i).ToArray();

        SipHash.Compute(data, 0x0706050403020100, 0x0f0e0d0c0b0a0908).Should().Be(0xa129ca6149be45e5);
    }

    [Theory]
    [InlineData(FieldType.Text, " Ada ", "Ada")]
    [InlineData(FieldType.Email, "Ada@Example.com", "ada@example.COM")]
    [InlineData(FieldType.Number, "85", "85.0")]
    [InlineData(FieldType.Id, "001D000000K0fXO", "001D000000K0fXOIAZ")]
    public void Values_that_mean_the_same_have_one_hash(FieldType type, string left, string right) =>
        canonical.Hash(type, left).Should().Be(canonical.Hash(type, right));

    [Fact]
    public void A_number_and_its_text_have_one_hash() => canonical.Hash(FieldType.Number, 85m).Should().Be(canonical.Hash(FieldType.Number, "85"));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void Nothing_is_blank_in_all_its_forms(string? value) => canonical.Hash(FieldType.Text, value).Should().Be(Canonical.Blank);

    [Fact]
    public void Text_keeps_its_case() => canonical.Hash(FieldType.Text, "ada").Should().NotBe(canonical.Hash(FieldType.Text, "Ada"));

    [Fact]
    public void Another_key_gives_other_hashes() => new Canonical(3, 4).Hash(FieldType.Text, "Ada").Should().NotBe(canonical.Hash(FieldType.Text, "Ada"));

    [Fact]
    public void A_shadow_survives_its_bytes()
    {
        var shadow = new Shadow(3);
        shadow.SetSalesforce(0, 11);
        shadow.SetMarketo(2, 22);

        var read = Shadow.FromBytes(shadow.ToBytes());

        (read.Salesforce(0), read.Marketo(0), read.Salesforce(2), read.Marketo(2)).Should().Be((11UL, 0UL, 0UL, 22UL));
    }

    [Fact]
    public void A_blank_value_is_sent_as_null_and_a_number_as_a_number()
    {
        Canonical.Send(FieldType.Text, "  ").Should().Be(FieldValue.Null);
        Canonical.Send(FieldType.Number, "85.0").Should().Be((FieldValue)85m);
        Canonical.Send(FieldType.Email, " Ada@Example.com ").Should().Be((FieldValue)"Ada@Example.com");
    }
}
