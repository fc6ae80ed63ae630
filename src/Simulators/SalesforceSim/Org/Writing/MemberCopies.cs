using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Org.Writing;

/// <summary>The person's fields that a campaign member shows.</summary>
internal static class MemberCopies
{
    // Member's field, lead's field, contact's field.
    private static readonly (string Member, string Lead, string Contact)[] Fields =
    [
        ("LeadOrContactOwnerId", "OwnerId", "OwnerId"), ("Name", "Name", "Name"), ("Salutation", "Salutation", "Salutation"), ("FirstName", "FirstName", "FirstName"), ("LastName", "LastName", "LastName"),
        ("Title", "Title", "Title"), ("CompanyOrAccount", "Company", "AccountId"), ("Street", "Street", "MailingStreet"), ("City", "City", "MailingCity"), ("State", "State", "MailingState"),
        ("PostalCode", "PostalCode", "MailingPostalCode"), ("Country", "Country", "MailingCountry"), ("Email", "Email", "Email"), ("Phone", "Phone", "Phone"), ("Fax", "Fax", "Fax"),
        ("MobilePhone", "MobilePhone", "MobilePhone"), ("Description", "Description", "Description"), ("DoNotCall", "DoNotCall", "DoNotCall"), ("HasOptedOutOfEmail", "HasOptedOutOfEmail", "HasOptedOutOfEmail"),
        ("HasOptedOutOfFax", "HasOptedOutOfFax", "HasOptedOutOfFax"), ("LeadSource", "LeadSource", "LeadSource"),
    ];

    /// <summary>Two versions of a person differ in what members show.</summary>
    public static bool Differ(SRow old, SRow person) =>
        Array.Exists(Fields, field => person.Type.Field(person.Type.Name == "Lead" ? field.Lead : field.Contact).Number is var number && !Equals(old[number], person[number]));

    /// <summary>Copies from the contact, or from the lead where there is none.</summary>
    /// <returns>True when one has changed.</returns>
    public static bool Fill(OrgStore store, SObjectType type, object?[] values)
    {
        var id = values[type.Field("ContactId").Number] as string ?? values[type.Field("LeadId").Number] as string;
        if (id is null || store.Find(id) is not { } person)
        {
            return false;
        }

        var isLead = person.Type.Name == "Lead";
        var changed = false;
        foreach (var field in Fields)
        {
            var value = person[person.Type.Field(isLead ? field.Lead : field.Contact)];
            if (!isLead && field.Member == "CompanyOrAccount")
            {
                value = value is string account ? store.Find(account) is { } row ? row[row.Type.NameField!] : null : null;
            }

            var number = type.Field(field.Member).Number;
            changed |= !Equals(values[number], value);
            values[number] = value;
        }

        return changed;
    }
}
