using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Duplicates;

/// <summary>The vendor's standard matching rules, as far as they are published (Salesforce Help, "Standard Matching Rules"): persons by name with e-mail, phone or address; accounts by name with address, phone or website.</summary>
internal static class StandardMatching
{
    public const string Lead = "Standard_Lead_Match_Rule_v1_0";
    public const string Contact = "Standard_Contact_Match_Rule_v1_1";
    public const string Account = "Standard_Account_Match_Rule_v1_0";

    public static IEnumerable<MatchingRule> Of(OrgSchema schema) =>
    [
        Person(Lead, schema["Lead"], ""),
        Person(Contact, schema["Contact"], "Mailing"),
        Company(schema["Account"]),
    ];

    private static MatchingRule Person(string name, SObjectType type, string address)
    {
        var (first, last, email) = (type.Field("FirstName"), type.Field("LastName"), type.Field("Email"));
        SField[] phones = [type.Field("Phone"), type.Field("MobilePhone")];
        var (street, city, zip) = (type.Field(address + "Street"), type.Field(address + "City"), type.Field(address + "PostalCode"));
        return new MatchingRule(name, "FuzzyMatchEngine", [first, last, email, .. phones, street, city, zip], null, (values, row) =>
            Near(values, row, last)
            && (values[first.Number] is null || row[first] is null || Near(values, row, first))
            && (Same(values, row, email)
                || phones.Any(phone => Likeness.IsSamePhone(values[phone.Number] as string, row.Text(phone.Number)))
                || Near(values, row, street) && (Same(values, row, city) || Same(values, row, zip))));
    }

    private static MatchingRule Company(SObjectType type)
    {
        var (name, phone, website) = (type.Field("Name"), type.Field("Phone"), type.Field("Website"));
        var (street, city, zip) = (type.Field("BillingStreet"), type.Field("BillingCity"), type.Field("BillingPostalCode"));
        return new MatchingRule(Account, "FuzzyMatchEngine", [name, phone, website, street, city, zip], null, (values, row) =>
            values[name.Number] is string sent && row.Text(name.Number) is { } stored && Likeness.IsNearCompany(sent, stored)
            && (Same(values, row, website) || Likeness.IsSamePhone(values[phone.Number] as string, row.Text(phone.Number)) || Same(values, row, zip)
                || Same(values, row, city) && (values[street.Number] is null || row[street] is null || Near(values, row, street))));
    }

    private static bool Near(object?[] values, SRow row, SField field) => values[field.Number] is string sent && row.Text(field.Number) is { } stored && Likeness.IsNear(sent, stored);

    private static bool Same(object?[] values, SRow row, SField field) => values[field.Number] is string sent && string.Equals(sent, row.Text(field.Number), StringComparison.OrdinalIgnoreCase);
}
