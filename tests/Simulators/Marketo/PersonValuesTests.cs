using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Options;

namespace SfMarketo.Tests.Simulators.Marketo;

/// <summary>A row holds what was written to it, however short it is.</summary>
public sealed class PersonValuesTests
{
    private readonly PersonSchema schema = new([new CustomField("favourite", PersonFieldType.String)]);

    [Fact]
    public void A_field_that_nobody_has_written_has_its_default()
    {
        var values = new PersonDraft(schema).End();

        values[schema.Unsubscribed.Number].Should().Be(false);
        values[schema.LeadPartitionId.Number].Should().Be(1);
        values[schema.Find("favourite")!.Number].Should().BeNull();
    }

    [Fact]
    public void A_default_that_was_taken_away_stays_away()
    {
        var values = new PersonDraft(schema) { [schema.Unsubscribed.Number] = null }.End();

        values[schema.Unsubscribed.Number].Should().BeNull();
    }

    [Fact]
    public void Rows_keep_their_values_when_later_ones_use_more_fields()
    {
        var first = new PersonDraft(schema) { [schema.Find("city")!.Number] = "Bonn" }.End();
        var second = new PersonDraft(schema) { [schema.Unsubscribed.Number] = true, [schema.Find("favourite")!.Number] = "tea" }.End();
        var third = new PersonDraft(schema, first) { [schema.Find("favourite")!.Number] = "coffee" }.End();

        (first[schema.Find("city")!.Number], first[schema.Find("favourite")!.Number], first[schema.Unsubscribed.Number]).Should().Be(("Bonn", null, false));
        (second[schema.Find("city")!.Number], second[schema.Find("favourite")!.Number], second[schema.Unsubscribed.Number]).Should().Be((null, "tea", true));
        (third[schema.Find("city")!.Number], third[schema.Find("favourite")!.Number], third[schema.Unsubscribed.Number]).Should().Be(("Bonn", "coffee", false));
    }

    [Fact]
    public void Forks_of_the_schema_give_their_own_places()
    {
        var before = new PersonDraft(schema) { [schema.Find("city")!.Number] = "Bonn" }.End();
        var fork = schema.Fork();
        var here = new PersonDraft(schema, before) { [schema.Find("title")!.Number] = "CTO" }.End();
        var there = new PersonDraft(fork, before) { [schema.Find("country")!.Number] = "DE" }.End();

        (here[schema.Find("title")!.Number], here[schema.Find("country")!.Number]).Should().Be(("CTO", null));
        (there[schema.Find("title")!.Number], there[schema.Find("country")!.Number]).Should().Be((null, "DE"));
    }

    [Fact]
    public void A_field_made_later_has_no_value_in_older_rows_and_one_in_newer_ones()
    {
        var before = new PersonDraft(schema).End();
        var made = schema.Add(new CustomField("later", PersonFieldType.Boolean), new FieldTraits());
        var after = new PersonDraft(schema, before) { [made.Number] = true }.End();

        before[made.Number].Should().BeNull();
        after[made.Number].Should().Be(true);
    }
}
