namespace SfMarketo.Sync.Flows.Engagement;

/// <summary>Which Marketo activities become Salesforce Tasks, and what those look like.</summary>
/// <remarks>A Task is 2 KB of the org's storage and moves LastActivityDate, so that the defaults are sparing (practice.md 1.12).</remarks>
public sealed record EngagementSettings
{
    /// <summary>
    /// One rule a type. Default: each form fill; the first click of a person on an e-mail and day; opens off, as half of them are machines.
    /// </summary>
    /// <remarks>A call names at most ten types and two are taken by score and interesting moment: at most eight rules may be on.</remarks>
    public IReadOnlyList<EngagementRule> Rules { get; init; } =
    [
        new("Fill Out Form", EngagementMode.All, "Filled out form"),
        new("Click Email", EngagementMode.FirstPerAssetAndDay, "Clicked e-mail"),
        new("Open Email", EngagementMode.Off, "Opened e-mail"),
    ];

    /// <summary>The most Tasks for a person on one day of the owner's; a digest is one of them. Default 10.</summary>
    public int TasksPerPersonAndDay { get; init; } = 10;

    /// <summary>How long an activity of a person without a Lead or Contact waits for one. Zero: it is dropped at once. Default 7 days.</summary>
    public TimeSpan UnlinkedKept { get; init; } = TimeSpan.FromDays(7);

    /// <summary>User (Id) who gets the Tasks of records that a queue or an inactive user owns. Null: the owner is left out, which is the integration user.</summary>
    public string? FallbackTaskOwner { get; init; }

    /// <summary>A Task's subject; <c>{activity}</c> is the rule's words, <c>{asset}</c> the e-mail's or form's name. Cut to 255 characters.</summary>
    public string SubjectTemplate { get; init; } = "{activity}: {asset}";

    /// <summary>Subject of a digest; <c>{counts}</c> is such as "3 x Opened e-mail".</summary>
    public string DigestTemplate { get; init; } = "Marketing engagement: {counts}";

    /// <summary>Value of Type; null leaves the field out. A value that the org's picklist lacks is left out too.</summary>
    public string? TaskType { get; init; }

    /// <summary>How long after the end of the owner's day its digest is made: activities show up late. A later one still changes it. Default 30 min.</summary>
    public TimeSpan DigestDelay { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long the owner of a Lead or Contact is remembered. Default 5 min.</summary>
    public TimeSpan OwnersKept { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a user's time zone and state are remembered. Default a day.</summary>
    public TimeSpan UsersKept { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The rule of a type, or null.</summary>
    internal EngagementRule? RuleOf(string type)
    {
        for (var i = 0; i < Rules.Count; i++)
        {
            if (Rules[i].Type == type)
            {
                return Rules[i];
            }
        }

        return null;
    }
}
