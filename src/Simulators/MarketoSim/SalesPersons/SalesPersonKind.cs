using SfMarketo.MarketoSim.Instance;
using SfMarketo.MarketoSim.Objects;

namespace SfMarketo.MarketoSim.SalesPersons;

/// <summary>The sales person, to whom people and opportunities belong by <c>externalSalesPersonId</c>.</summary>
/// <remarks>Source: Marketo REST API, "Sales persons". A read that names no fields shows all that have a value.</remarks>
internal sealed class SalesPersonKind() : ObjectKind(
    new ObjectName("SalesPerson", "SalesPerson", "Sales Person", "Sales Person"), ObjectField.Id, [ObjectField.Text(Key, "External Sales Person Id", updateable: false)], Others,
    [[Key], ["id"], ["email"]])
{
    private const string Key = "externalSalesPersonId";

    private static readonly ObjectField[] Others =
    [
        new("email", "Email Address", PersonFieldType.Email, 255),
        new("fax", "Fax Number", PersonFieldType.Phone, 255),
        ObjectField.Text("firstName", "First Name"),
        ObjectField.Text("lastName", "Last Name"),
        new("mobilePhone", "Mobile Phone Number", PersonFieldType.Phone, 255),
        new("phone", "Phone Number", PersonFieldType.Phone, 255),
        ObjectField.Text("title", "Job Title"),
    ];

    public override bool ReadsAllPopulated => true;

    public override bool IsInUse(MarketoInstance instance, ObjectRow row)
    {
        var key = KeyOf(row.Values);
        var opportunities = instance.Store.Objects.Opportunities;
        return instance.Store.People.Find(instance.Schema.Find(Key)!, key).Length > 0 || opportunities.Find(opportunities.Kind[Key], key).Length > 0;
    }

    /// <summary>Whether the write names a sales person whom there is not: 718 for an opportunity; for a person 1013, unverified.</summary>
    public static bool IsUnknown(MarketoInstance instance, ReadOnlySpan<FieldValue> cells)
    {
        foreach (var (field, value) in cells)
        {
            if (field.Name == Key && value is string key && instance.Store.Objects.SalesPersons.Find(key) is null)
            {
                return true;
            }
        }

        return false;
    }
}
