using CsCheck;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.Tests.Simulators.Salesforce;

public sealed class SalesforceIdTests
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    [Theory]
    [InlineData("001D000000K0fXO", "001D000000K0fXOIAZ")]
    [InlineData("001000000000000", "001000000000000AAA")]
    public void The_checksum_is_the_vendors(string fifteen, string eighteen)
    {
        SalesforceId.TryParse(fifteen, out var id).Should().BeTrue();

        id.ToString().Should().Be(eighteen);
    }

    [Fact]
    public void Both_forms_of_an_id_are_equal_and_read_back() => Gen.Char[Base62].Array[15].Sample(characters =>
    {
        var text = new string(characters);
        SalesforceId.TryParse(text, out var shorter).Should().BeTrue();
        SalesforceId.TryParse(shorter.ToString(), out var longer).Should().BeTrue();
        longer.Should().Be(shorter);
        longer.ToString()[..15].Should().Be(text);
    });

    [Theory]
    [InlineData("001D000000K0fXOIAA")]
    [InlineData("001d000000k0fxoIAZ")]
    [InlineData("001D000000K0fX-")]
    [InlineData("001D000000K0fXOI")]
    [InlineData("")]
    public void A_wrong_checksum_or_form_is_refused(string text) => SalesforceId.TryParse(text, out _).Should().BeFalse();
}
