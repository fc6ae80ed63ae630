namespace SfMarketo.Harness.Checks;

/// <summary>Which way a mapped field flows.</summary>
internal enum FieldFlow
{
    SalesforceToMarketo,
    MarketoToSalesforce,

    /// <summary>The latest change wins, Salesforce on conflict.</summary>
    Both,
}

/// <summary>One row of the mapping, as the judges know it from the seed.</summary>
/// <param name="Object">Lead or Contact.</param>
/// <param name="Salesforce">Field there.</param>
/// <param name="Marketo">Field of the person.</param>
/// <param name="Flow">Direction.</param>
internal sealed record MappedField(string Object, string Salesforce, string Marketo, FieldFlow Flow)
{
    /// <summary>The seed's table with its Contact twins. Last_Interesting_Moment__c comes from activities and has no field at Marketo; LeadSource flows on create only.</summary>
    public static IReadOnlyList<MappedField> All { get; } =
    [
        new(RecordWords.Lead, "Email", "email", FieldFlow.SalesforceToMarketo),
        new(RecordWords.Lead, "FirstName", "firstName", FieldFlow.SalesforceToMarketo),
        new(RecordWords.Lead, "LastName", "lastName", FieldFlow.SalesforceToMarketo),
        new(RecordWords.Lead, "Company", "company", FieldFlow.SalesforceToMarketo),
        new(RecordWords.Lead, "MobilePhone", "mobilePhone", FieldFlow.SalesforceToMarketo),
        new(RecordWords.Lead, "Status", "leadStatus", FieldFlow.Both),
        new(RecordWords.Lead, "Lead_Score__c", "leadScore", FieldFlow.MarketoToSalesforce),
        new(RecordWords.Contact, "Email", "email", FieldFlow.SalesforceToMarketo),
        new(RecordWords.Contact, "FirstName", "firstName", FieldFlow.SalesforceToMarketo),
        new(RecordWords.Contact, "LastName", "lastName", FieldFlow.SalesforceToMarketo),
        new(RecordWords.Contact, "MobilePhone", "mobilePhone", FieldFlow.SalesforceToMarketo),
        new(RecordWords.Contact, "AccountId", "sfdcAccountKey", FieldFlow.SalesforceToMarketo),
        new(RecordWords.Contact, "Lead_Score__c", "leadScore", FieldFlow.MarketoToSalesforce),
    ];

    /// <summary>The row for a Salesforce field whose value must reach Marketo; null when there is none.</summary>
    public static MappedField? ToMarketo(string @object, string field)
    {
        foreach (var mapped in All)
        {
            if (mapped.Flow != FieldFlow.MarketoToSalesforce && mapped.Object == @object && mapped.Salesforce == field)
            {
                return mapped;
            }
        }

        return null;
    }
}
