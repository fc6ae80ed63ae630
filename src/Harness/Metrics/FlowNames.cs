namespace SfMarketo.Harness.Metrics;

/// <summary>What is timed: the names of flows in reports, and behind <c>lag.</c> in a scenario's thresholds.</summary>
public static class FlowNames
{
    /// <summary>A Lead's conversion to the person's stage SQL.</summary>
    public const string Promotion = "promotion";

    /// <summary>The qualification of a person without a Lead to its Lead.</summary>
    public const string Mql = "mql";

    /// <summary>An edit of a mapped field in Salesforce to the person's field.</summary>
    public const string FieldSync = "field-sync";

    /// <summary>What changed a Contact's opportunities to the person's <c>sfdcOpptyStage</c>.</summary>
    public const string Stage = "stage";

    /// <summary>What made a Contact a customer or lost, or neither again, to the person's list or program membership.</summary>
    public const string Suppression = "suppression";

    /// <summary>An activity that became a Task to the Task.</summary>
    public const string Engagement = "engagement";

    /// <summary>An edit of an account with linked Contacts to the company.</summary>
    public const string Firmographics = "firmographics";

    /// <summary>An opt-out or opt-in to the other side.</summary>
    public const string Consent = "consent";

    /// <summary>In the order of reports.</summary>
    public static IReadOnlyList<string> All { get; } = [Promotion, Mql, FieldSync, Stage, Suppression, Engagement, Firmographics, Consent];
}
