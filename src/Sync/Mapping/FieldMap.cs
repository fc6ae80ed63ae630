namespace SfMarketo.Sync.Mapping;

/// <summary>The field map as data: which facts both systems hold, under which names, and whose value counts.</summary>
/// <remarks>The order of the rows is the order of the shadows; a changed map gets a new <see cref="Version"/>.</remarks>
public sealed record FieldMap
{
    /// <summary>Custom person field that holds the Id of the linked Lead or Contact.</summary>
    public const string SalesforceIdField = "sfdcPersonId";

    /// <summary>Unique external id on Lead and Contact that holds the person's id.</summary>
    public const string MarketoIdField = "MarketoPersonId__c";

    /// <summary>Custom person field with the stage of the life cycle.</summary>
    public const string StageField = "lifecycleStage";

    public const string InterestingMomentField = "Last_Interesting_Moment__c";

    /// <summary>Stored with each shadow; a shadow of another version is read as "nothing known".</summary>
    public int Version { get; init; } = 2;

    public required IReadOnlyList<MappedField> Fields { get; init; }

    /// <summary>The rows of the user's table that concern Lead and Contact, each with its Contact twin (practice.md, "Mapping").</summary>
    public static FieldMap Seed { get; } = new()
    {
        Fields =
        [
            new("email", "Email", "Email", FieldOwner.Salesforce, FieldType.Email),
            new("firstName", "FirstName", "FirstName", FieldOwner.Salesforce, FieldType.Text),
            new("lastName", "LastName", "LastName", FieldOwner.Salesforce, FieldType.Text),
            new("company", "Company", null, FieldOwner.Salesforce, FieldType.Text),
            new("leadStatus", "Status", null, FieldOwner.Both, FieldType.Text),
            new("mobilePhone", "MobilePhone", "MobilePhone", FieldOwner.Salesforce, FieldType.Text),
            new("sfdcAccountKey", null, "AccountId", FieldOwner.Salesforce, FieldType.Id),
            new("leadScore", "Lead_Score__c", "Lead_Score__c", FieldOwner.Marketo, FieldType.Number),
            new("unsubscribed", "HasOptedOutOfEmail", "HasOptedOutOfEmail", FieldOwner.Consent, FieldType.Boolean),
        ],
    };

    /// <summary>The place of the opt-out in the map, or -1.</summary>
    internal int ConsentIndex
    {
        get
        {
            for (var i = 0; i < Fields.Count; i++)
            {
                if (Fields[i].Owner == FieldOwner.Consent)
                {
                    return i;
                }
            }

            return -1;
        }
    }

    /// <summary>True when one of these Salesforce fields is one that both sides may set.</summary>
    internal bool HasContested(FieldBag fields)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            var field = Fields[i];
            if (field.Owner == FieldOwner.Both && ((field.Lead is { } lead && fields.TryGet(lead, out _)) || (field.Contact is { } contact && fields.TryGet(contact, out _))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The place of a person field in the map, or -1.</summary>
    public int IndexOfMarketo(string name)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Marketo == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The place of a Salesforce field in the map, or -1.</summary>
    public int IndexOfSalesforce(SalesforceObject record, string name)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].On(record) == name)
            {
                return i;
            }
        }

        return -1;
    }
}
