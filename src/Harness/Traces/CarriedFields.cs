namespace SfMarketo.Harness.Traces;

/// <summary>Which field of one side holds the same fact as a field of the other (the seed's map): a change of one is carried over by a write of the other.</summary>
internal static class CarriedFields
{
    private static readonly (string Row, string Person)[] Pairs =
    [
        ("Email", "email"), ("FirstName", "firstName"), ("LastName", "lastName"), ("Company", "company"), ("MobilePhone", "mobilePhone"), ("Status", "leadStatus"),
        ("Lead_Score__c", "leadScore"), ("HasOptedOutOfEmail", "unsubscribed"), ("AccountId", "sfdcAccountKey"), ("ConvertedAccountId", "sfdcAccountKey"),
        ("ConvertedContactId", "sfdcPersonId"), ("StageName", "sfdcOpptyStage"), ("LeadSource", "leadSource"),
        ("Name", "company"), ("Industry", "industry"), ("AnnualRevenue", "annualRevenue"), ("NumberOfEmployees", "numberOfEmployees"), ("BillingCity", "billingCity"),
    ];

    /// <summary>Edits of these by people are to be followed by a write of the other side.</summary>
    private static readonly string[] MustFlow =
        ["Email", "FirstName", "LastName", "Company", "MobilePhone", "Status", "HasOptedOutOfEmail", "leadStatus", "leadScore", "unsubscribed"];

    public static bool AreTwins(string one, string other)
    {
        foreach (var (row, person) in Pairs)
        {
            if ((row == one && person == other) || (row == other && person == one))
            {
                return true;
            }
        }

        return false;
    }

    public static bool Flows(string field) => MustFlow.Contains(field);
}
