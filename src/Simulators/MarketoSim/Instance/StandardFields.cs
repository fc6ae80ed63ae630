using Of = SfMarketo.MarketoSim.Instance.PersonFieldType;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>The standard person fields and the custom ones of the sync.</summary>
/// <remarks>Source: Marketo REST API, "Leads" (standard fields, filter types). Lengths of 255 are the type's own limit; ids differ between instances.</remarks>
internal static class StandardFields
{
    private const int TextBytes = 30_000;

    public static readonly string[] Pooled =
    [
        "company", "country", "state", "city", "title", "department", "industry", "leadSource", "leadStatus", "leadRole", "salutation", "rating",
        "lifecycleStage", "syncOrigin", "sfdcOpptyStage", "site", "billingCity", "billingCountry", "billingState", "sfdcAccountKey",
    ];

    public static readonly string[] Searchable =
    [
        "id", "email", "cookies", "facebookId", "linkedInId", "twitterId", "leadPartitionId", "sfdcAccountId", "sfdcContactId", "sfdcLeadId",
        "sfdcLeadOwnerId", "sfdcOpptyId", "sfdcPersonId", "sfdcAccountKey",
    ];

    /// <summary>Kept by Marketo itself, or by its native CRM sync.</summary>
    public static readonly string[] ReadOnly =
    [
        "id", "createdAt", "updatedAt", "isAnonymous", "anonymousIP", "cookies", "leadPartitionId", "acquisitionProgramId", "priority", "relativeScore",
        "urgency", "inferredCompany", "inferredCountry", "inferredCity", "inferredMetropolitanArea", "inferredPhoneAreaCode", "inferredPostalCode",
        "inferredStateRegion", "sfdcAccountId", "sfdcContactId", "sfdcLeadId", "sfdcLeadOwnerId", "sfdcOpptyId",
    ];

    /// <summary>Company fields; Adobe's authority is Describe Company.</summary>
    public static readonly string[] Company =
    [
        "company", "site", "website", "mainPhone", "annualRevenue", "numberOfEmployees", "industry", "sicCode", "billingStreet", "billingCity",
        "billingState", "billingCountry", "billingPostalCode",
    ];

    public static readonly string[] Custom = ["sfdcPersonId", "sfdcAccountKey", "sfdcOpptyStage", "lifecycleStage", "syncOrigin"];

    public static readonly (string Name, string DisplayName, PersonFieldType Type, int Length)[] All =
    [
        ("id", "Id", Of.Integer, 0),
        ("email", "Email Address", Of.Email, 255),
        ("firstName", "First Name", Of.String, 255),
        ("lastName", "Last Name", Of.String, 255),
        ("createdAt", "Created At", Of.DateTime, 0),
        ("updatedAt", "Updated At", Of.DateTime, 0),
        ("company", "Company Name", Of.String, 255),
        ("leadStatus", "Person Status", Of.String, 255),
        ("leadScore", "Person Score", Of.Score, 0),
        ("leadSource", "Person Source", Of.String, 255),
        ("mobilePhone", "Mobile Phone Number", Of.Phone, 255),
        ("phone", "Phone Number", Of.Phone, 255),
        ("address", "Address", Of.Text, TextBytes),
        ("annualRevenue", "Annual Revenue", Of.Currency, 0),
        ("anonymousIP", "Anonymous IP", Of.String, 255),
        ("billingCity", "Billing City", Of.String, 255),
        ("billingCountry", "Billing Country", Of.String, 255),
        ("billingPostalCode", "Billing Postal Code", Of.String, 255),
        ("billingState", "Billing State", Of.String, 255),
        ("billingStreet", "Billing Address", Of.Text, TextBytes),
        ("city", "City", Of.String, 255),
        ("country", "Country", Of.String, 255),
        ("dateOfBirth", "Date of Birth", Of.Date, 0),
        ("department", "Department", Of.String, 255),
        ("doNotCall", "Do Not Call", Of.Boolean, 0),
        ("doNotCallReason", "Do Not Call Reason", Of.Text, TextBytes),
        ("emailInvalid", "Email Invalid", Of.Boolean, 0),
        ("emailInvalidCause", "Email Invalid Cause", Of.Text, TextBytes),
        ("fax", "Fax Number", Of.Phone, 255),
        ("industry", "Industry", Of.String, 255),
        ("inferredCompany", "Inferred Company", Of.String, 255),
        ("inferredCountry", "Inferred Country", Of.String, 255),
        ("inferredCity", "Inferred City", Of.String, 255),
        ("inferredMetropolitanArea", "Inferred Metropolitan Area", Of.String, 255),
        ("inferredPhoneAreaCode", "Inferred Phone Area Code", Of.String, 255),
        ("inferredPostalCode", "Inferred Postal Code", Of.String, 255),
        ("inferredStateRegion", "Inferred State Region", Of.String, 255),
        ("isAnonymous", "Is Anonymous", Of.Boolean, 0),
        ("jigsawContactId", "Data.com Id", Of.String, 255),
        ("jigsawContactStatus", "Data.com Status", Of.String, 255),
        ("leadRole", "Role", Of.String, 50),
        ("mainPhone", "Main Phone", Of.Phone, 255),
        ("middleName", "Middle Name", Of.String, 255),
        ("numberOfEmployees", "Num Employees", Of.Integer, 0),
        ("postalCode", "Postal Code", Of.String, 255),
        ("priority", "Priority", Of.Integer, 0),
        ("rating", "Person Rating", Of.String, 255),
        ("relativeScore", "Relative Score", Of.Integer, 0),
        ("salutation", "Salutation", Of.String, 255),
        ("sicCode", "SIC Code", Of.String, 40),
        ("site", "Site", Of.String, 255),
        ("state", "State", Of.String, 255),
        ("title", "Job Title", Of.String, 255),
        ("unsubscribed", "Unsubscribed", Of.Boolean, 0),
        ("unsubscribedReason", "Unsubscribed Reason", Of.Text, TextBytes),
        ("urgency", "Urgency", Of.Float, 0),
        ("website", "Website", Of.Url, 255),
        ("externalCompanyId", "External Company Id", Of.String, 100),
        ("externalSalesPersonId", "External Sales Person Id", Of.String, 255),
        ("leadPartitionId", "Lead Partition Id", Of.Integer, 0),
        ("acquisitionProgramId", "Acquisition Program Id", Of.Integer, 0),
        ("cookies", "Cookies", Of.String, 255),
        ("facebookId", "Facebook Id", Of.String, 255),
        ("linkedInId", "LinkedIn Id", Of.String, 255),
        ("twitterId", "Twitter Id", Of.String, 255),
        ("sfdcAccountId", "SFDC Account Id", Of.String, 18),
        ("sfdcContactId", "SFDC Contact Id", Of.String, 18),
        ("sfdcLeadId", "SFDC Lead Id", Of.String, 18),
        ("sfdcLeadOwnerId", "SFDC Lead Owner Id", Of.String, 18),
        ("sfdcOpptyId", "SFDC Opportunity Id", Of.String, 18),
        ("sfdcPersonId", "Salesforce Person Id", Of.String, 255),
        ("sfdcAccountKey", "Salesforce Account Key", Of.String, 255),
        ("sfdcOpptyStage", "Salesforce Opportunity Stage", Of.String, 255),
        ("lifecycleStage", "Lifecycle Stage", Of.String, 255),
        ("syncOrigin", "Sync Origin", Of.String, 255),
    ];
}
