namespace SfMarketo.Sync.Mapping;

/// <summary>One row of the field map: a fact that both systems hold.</summary>
/// <param name="Marketo">REST name of the person field.</param>
/// <param name="Lead">API name on Lead; null when Leads do not have it.</param>
/// <param name="Contact">API name on Contact; null when Contacts do not have it.</param>
/// <param name="Owner">Whose value counts.</param>
/// <param name="Type">How values are compared.</param>
public sealed record MappedField(string Marketo, string? Lead, string? Contact, FieldOwner Owner, FieldType Type)
{
    /// <summary>The field's name on one Salesforce object, or null.</summary>
    public string? On(SalesforceObject record) => record == SalesforceObject.Lead ? Lead : Contact;
}

/// <summary>Whose value of a field counts.</summary>
public enum FieldOwner
{
    /// <summary>Salesforce's value is written to Marketo; a value changed in Marketo is set back.</summary>
    Salesforce,

    /// <summary>Marketo's value is written to Salesforce; a value changed in Salesforce is set back.</summary>
    Marketo,

    /// <summary>The latest change counts, Salesforce's when both changed.</summary>
    Both,

    /// <summary>An opt-out: true counts wherever it comes from; false counts on evidence only.</summary>
    Consent,
}

/// <summary>The Salesforce objects that are people.</summary>
public enum SalesforceObject
{
    Lead,
    Contact,
}
