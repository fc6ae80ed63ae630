using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Org.Writing;
using SfMarketo.Tests.Simulators.Soql;

namespace SfMarketo.Tests.Simulators.Salesforce;

public sealed class TextValuesTests
{
    private readonly SoqlWorld world = new();
    private readonly RowInput input = new();

    [Theory]
    [InlineData("Lead", "LastName", " Ray ", "Ray")]
    [InlineData("Lead", "HasOptedOutOfEmail", "TRUE", true)]
    [InlineData("Lead", "HasOptedOutOfEmail", "0", false)]
    [InlineData("Lead", "NumberOfEmployees", "12", 12)]
    [InlineData("Opportunity", "Amount", "1.25E3", 1250.0)]
    public void A_text_becomes_the_fields_value(string @object, string name, string text, object value)
    {
        Read(@object, name, text);

        input.Values.Should().ContainSingle().Which.Value.Should().Be(value);
    }

    [Theory]
    [InlineData("2026-01-02")]
    [InlineData("2026-01-02Z")]
    [InlineData("2026-01-02-0800")]
    public void A_zone_behind_a_date_is_passed_over(string text)
    {
        Read("Opportunity", "CloseDate", text);

        input.Values.Should().ContainSingle().Which.Value.Should().Be(new DateOnly(2026, 1, 2));
    }

    [Fact]
    public void A_datetime_with_an_offset_is_an_instant()
    {
        Read("Lead", "EmailBouncedDate", "2026-01-02T03:04:05.000+0100");

        input.Values.Should().ContainSingle().Which.Value.Should().Be(Micros.From(new DateTimeOffset(2026, 1, 2, 2, 4, 5, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("Lead", "HasOptedOutOfEmail", "perhaps")]
    [InlineData("Lead", "NumberOfEmployees", "many")]
    [InlineData("Lead", "NumberOfEmployees", "NaN")]
    [InlineData("Opportunity", "CloseDate", "02.01.2026")]
    [InlineData("Opportunity", "CloseDate", "2026-01-02T00:00:00Z")]
    [InlineData("Lead", "EmailBouncedDate", "2026-01-02 03:04")]
    public void What_is_not_of_the_type_is_the_rows_error(string @object, string name, string text)
    {
        Read(@object, name, text);

        input.Error!.Code.Should().Be("INVALID_TYPE_ON_FIELD_IN_RECORD");
        input.Error.Message.Should().EndWith(": value not of required type: " + text);
    }

    [Fact]
    public void An_empty_cell_sets_nothing_and_NA_sets_null()
    {
        Read("Lead", "Title", "");
        input.Values.Should().BeEmpty();

        Read("Lead", "Title", "#N/A");
        input.Values.Should().ContainSingle().Which.Value.Should().BeNull();
    }

    [Fact]
    public void An_empty_element_sets_null_and_NA_is_text()
    {
        Read("Lead", "Title", "", TextForm.Xml);
        input.Values.Should().ContainSingle().Which.Value.Should().BeNull();

        Read("Lead", "Title", "#N/A", TextForm.Xml);
        input.Values.Should().ContainSingle().Which.Value.Should().Be("#N/A");
    }

    [Fact]
    public void A_read_only_field_is_refused_when_it_has_a_value()
    {
        Read("Lead", "CreatedDate", "2026-01-02T03:04:05Z");
        input.Error!.Code.Should().Be("INVALID_FIELD_FOR_INSERT_UPDATE");

        Read("Lead", "CreatedDate", "");
        input.Error.Should().BeNull();
    }

    [Theory]
    [InlineData("Account.External_Id__c", "A-1")]
    [InlineData("account.external_id__C", "a-1")]
    public void A_lookup_is_found_by_a_key_of_its_parent(string name, string value)
    {
        var account = world.Add("Account", ("External_Id__c", "A-1"));

        Read("Contact", name, value);

        input.Values.Should().ContainSingle().Which.Should().Be((world.Store.Schema["Contact"].Field("AccountId"), (object)account));
    }

    [Fact]
    public void A_lookup_to_several_objects_names_the_one_that_is_meant()
    {
        world.Add("Contact", ("Email", "a@example.invalid"));
        var lead = world.Add("Lead", ("Email", "a@example.invalid"));

        Read("Task", "Lead:Who.Email", "a@example.invalid");

        input.Values.Should().ContainSingle().Which.Value.Should().Be(lead);
    }

    [Fact]
    public void A_key_of_no_row_and_a_key_of_two_are_errors()
    {
        Read("Contact", "Account.External_Id__c", "A-1");
        input.Error!.Message.Should().Be("Foreign key external ID: a-1 not found for field External_Id__c in entity Account");

        world.Add("Lead", ("Email", "a@example.invalid"));
        world.Add("Lead", ("Email", "a@example.invalid"));
        Read("Task", "Lead:Who.Email", "a@example.invalid");
        input.Error!.Code.Should().Be("DUPLICATE_EXTERNAL_ID");
    }

    [Theory]
    [InlineData("Nope")]
    [InlineData("Account.Name")]
    [InlineData("Nope.External_Id__c")]
    [InlineData("Lead:Account.External_Id__c")]
    [InlineData(".")]
    [InlineData("Account.")]
    [InlineData(":.")]
    [InlineData("")]
    public void Other_names_are_nothing_that_can_be_set(string name) =>
        TextTarget.Find(world.Store.Schema, world.Store.Schema["Contact"], name).Should().BeNull();

    private void Read(string @object, string name, string text, TextForm? form = null)
    {
        var type = world.Store.Schema[@object];
        input.Start(type);
        new TextValues(world.Store, form ?? TextForm.Bulk, picklistsUnrestricted: true).Add(input, TextTarget.Find(world.Store.Schema, type, name)!.Value, text);
    }
}
