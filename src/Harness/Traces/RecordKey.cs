using SfMarketo.Harness.Records;

namespace SfMarketo.Harness.Traces;

/// <summary>One record of one system.</summary>
/// <param name="Sim"><c>salesforce</c> or <c>marketo</c>.</param>
/// <param name="Object">The vendor's object; at Marketo <c>Person</c> or <c>Company</c>.</param>
/// <param name="Id">As the records write it.</param>
public readonly record struct RecordKey(string Sim, string Object, string Id)
{
    public const string PersonObject = "Person";
    public const string CompanyObject = "Company";

    private static readonly (string Prefix, string Object)[] Prefixes =
        [("00Q", "Lead"), ("003", "Contact"), ("001", "Account"), ("006", "Opportunity"), ("00K", "OpportunityContactRole"), ("00T", "Task"), ("005", "User"), ("00G", "Group")];

    public static RecordKey Person(string id) => new(RecordFolder.Marketo, PersonObject, id);

    public static RecordKey Company(string id) => new(RecordFolder.Marketo, CompanyObject, id);

    /// <summary>A Salesforce record by its 18 characters; the prefix tells the object.</summary>
    public static RecordKey Row(string id)
    {
        foreach (var (prefix, name) in Prefixes)
        {
            if (id.StartsWith(prefix, StringComparison.Ordinal))
            {
                return new RecordKey(RecordFolder.Salesforce, name, id);
            }
        }

        return new RecordKey(RecordFolder.Salesforce, "record", id);
    }

    /// <summary>A Lead, a Contact or a person: what can be one human.</summary>
    public bool IsHuman => Object is "Lead" or "Contact" or PersonObject;

    public override string ToString() => $"{Object} {Id}";
}
