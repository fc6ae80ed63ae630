namespace SfMarketo.Sync.Effects;

/// <summary>What the engine can do to a system. The numbers are in the state file: never reuse one.</summary>
internal enum EffectKind
{
    /// <summary>Find the person of an unlinked Salesforce record: by its id and by e-mail.</summary>
    MarketoIdentify = 1,

    /// <summary>Create the person of a Salesforce record, keyed by the record's id.</summary>
    MarketoCreate = 2,

    /// <summary>Write fields of a known person, by its id.</summary>
    MarketoUpdate = 3,

    /// <summary>Read a person.</summary>
    MarketoRead = 4,

    /// <summary>Request the suppression campaign for a person.</summary>
    MarketoRequestCampaign = 5,

    /// <summary>See whether a campaign request that may have been executed was: its activity is the witness.</summary>
    MarketoWitness = 6,

    /// <summary>Find the Lead or Contact of an unlinked person: by external id and by e-mail.</summary>
    SalesforceIdentify = 7,

    /// <summary>Create the Lead of a person, keyed by the person's id; the assignment rule runs.</summary>
    SalesforceCreate = 8,

    /// <summary>Write fields of a known row, by its Id; no assignment.</summary>
    SalesforceUpdate = 9,

    /// <summary>Read a row.</summary>
    SalesforceRead = 10,

    /// <summary>Find the Lead that an unlinked Contact was converted from.</summary>
    SalesforceConvertedFrom = 11,

    /// <summary>Read the contact roles of an opportunity.</summary>
    SalesforceReadRoles = 12,

    /// <summary>Read the opportunities of a Contact.</summary>
    SalesforceReadStanding = 13,

    /// <summary>Bring a person's suppression and track to its standing.</summary>
    MarketoTracks = 14,

    /// <summary>Read an account.</summary>
    SalesforceReadAccount = 15,

    /// <summary>Write the company of an account.</summary>
    MarketoCompany = 16,
}
