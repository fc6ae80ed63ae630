namespace SfMarketo.Harness.Scenarios;

/// <summary>What both systems hold when the run begins.</summary>
public sealed record OrgShape
{
    /// <summary>Leads and Contacts together. Default 200.</summary>
    public int People { get; init; } = 200;

    public int Accounts { get; init; } = 40;

    /// <summary>Share of <see cref="People"/> whose Marketo person exists and is linked on both sides, 0 to 1.</summary>
    public double Linked { get; init; } = 1;

    /// <summary>Share of <see cref="People"/> that are Contacts, 0 to 1. Without accounts there are none.</summary>
    public double Contacts { get; init; } = 0.4;

    /// <summary>People in nurture that only Marketo knows.</summary>
    public int MarketoOnly { get; init; } = 50;

    /// <summary>Share of Leads that bear the e-mail of another row, 0 to 1.</summary>
    public double Duplicates { get; init; }

    /// <summary>Open opportunities, each with a Contact in a role.</summary>
    public int Opportunities { get; init; }

    /// <summary>Share of people that are members of the acquisition programs, 0 to 1.</summary>
    public double Nurtured { get; init; }

    /// <summary>Workflow rules send an outbound message to the engine at each save of a Lead, Contact, Account or Opportunity.</summary>
    public bool OutboundMessages { get; init; }

    /// <summary>Whether MarketoGuid__c of Task can be an external id; not every org allows it (practice.md section 4).</summary>
    public bool TaskExternalId { get; init; } = true;

    /// <summary>A locale of Bogus, for names and phone numbers.</summary>
    public string Locale { get; init; } = "en";

    /// <summary>The Lead assignment rule; null: none is active.</summary>
    public AssignmentShape? Assignment { get; init; }

    /// <summary>Nothing at all but the campaign that the engine needs.</summary>
    public bool Empty { get; init; }

    /// <summary>Single records, made after all others.</summary>
    public IReadOnlyList<RecordShape> Records { get; init; } = [];
}
