namespace SfMarketo.Harness.Scenarios;

/// <summary>A kind of record that a scenario can speak of, such as "salesforce Lead".</summary>
/// <param name="System">salesforce or marketo.</param>
/// <param name="Name">The vendor's name of the object.</param>
public sealed record ScenarioObject(string System, string Name)
{
    public static readonly ScenarioObject Lead = new("salesforce", "Lead");
    public static readonly ScenarioObject Contact = new("salesforce", "Contact");
    public static readonly ScenarioObject Account = new("salesforce", "Account");
    public static readonly ScenarioObject Person = new("marketo", "person");

    /// <summary>What the engine (or anybody) asked of a Marketo trigger campaign: one row for each person of each request.</summary>
    public static readonly ScenarioObject CampaignRequest = new("marketo", "campaign request");

    public static readonly ScenarioObject Company = new("marketo", "company");

    /// <summary>A person on a static list.</summary>
    public static readonly ScenarioObject ListMember = new("marketo", "list member");

    /// <summary>A person in a program.</summary>
    public static readonly ScenarioObject ProgramMember = new("marketo", "program member");

    /// <summary>As a scenario writes it.</summary>
    public string Words => $"{System} {Name}";
}
