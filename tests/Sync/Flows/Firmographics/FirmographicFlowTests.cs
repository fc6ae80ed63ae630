using SfMarketo.Sync;
using SfMarketo.Sync.Flows.Firmographics;
using SfMarketo.Sync.Mapping;

namespace SfMarketo.Tests.Sync.Flows.Firmographics;

/// <summary>An account as a company: equal facts are equal however Salesforce writes them (engine.md R15).</summary>
public sealed class FirmographicFlowTests
{
    private readonly FirmographicFlow flow = new(new FirmographicSettings().Fields, new Canonical(1, 2));

    [Fact]
    public void A_company_has_the_mapped_facts_and_no_others()
    {
        var company = flow.Company(Account(" Testers ", 1_250_000.00m, 40));
        company.Should().BeEquivalentTo(new FieldBag
        {
            { "company", "Testers" }, { "industry", "Technology" }, { "annualRevenue", 1_250_000m }, { "numberOfEmployees", 40 }, { "billingCity", FieldValue.Null },
        });
    }

    [Fact]
    public void Cents_beyond_two_places_trailing_zeros_and_blanks_are_no_change()
    {
        var hash = flow.Hash(flow.Company(Account("Testers", 1_250_000m, 40)));
        flow.Hash(flow.Company(Account("Testers ", 1_250_000.0040m, 40))).Should().Be(hash);
        var blank = Account("Testers", 1_250_000.00m, 40);
        blank.Set("BillingCity", "  ");
        flow.Hash(flow.Company(blank)).Should().Be(hash);
    }

    [Fact]
    public void Another_value_in_any_field_is_a_change_and_so_is_one_that_moves_between_fields()
    {
        var hashes = new List<ulong>
        {
            flow.Hash(flow.Company(Account("Testers", 1m, 40))),
            flow.Hash(flow.Company(Account("Testers", 40m, 1))),
            flow.Hash(flow.Company(Account("Technology", 1m, 40))),
            flow.Hash(flow.Company(Account("Testers", null, 40))),
        };
        hashes.Should().OnlyHaveUniqueItems();
    }

    private static FieldBag Account(string name, decimal? revenue, int employees) => new()
    {
        { "Id", "001000000000001AAA" }, { "Name", name }, { "Industry", "Technology" }, { "AnnualRevenue", revenue is { } amount ? amount : FieldValue.Null },
        { "NumberOfEmployees", employees }, { "BillingCity", FieldValue.Null }, { "Phone", "+1 555 0100" },
    };
}
