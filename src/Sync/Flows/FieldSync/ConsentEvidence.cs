using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Flows.FieldSync;

/// <summary>Reads a change of <c>unsubscribed</c> in Marketo's log: who opted out, and whether an opt-in counts. Pure.</summary>
/// <remarks>
/// Marketo sets the flag back by itself, when an address changes or another person of the address opts in (practice.md 1.1). Only what a human did on a form,
/// or a campaign that the settings name, is evidence.
/// </remarks>
internal static class ConsentEvidence
{
    private const string Form = "Web form fillout";
    private const string Client = "Web service API";

    /// <summary>The mark of one change.</summary>
    /// <param name="change">The row of the log.</param>
    /// <param name="value">The new value.</param>
    /// <param name="campaigns">Names of the campaigns whose opt-in counts.</param>
    public static Field Mark(LeadChange change, string? value, IReadOnlyList<string> campaigns)
    {
        var at = (decimal)Micros.From(change.ActivityDate);
        return Mapping.Canonical.Text(Mapping.FieldType.Boolean, value) == "true" ? new Field(ConsentMarks.OptedOut, at)
            : IsEvidence(change, campaigns) ? new Field(ConsentMarks.OptedIn, at)
            : new Field(ConsentMarks.Denied, true);
    }

    /// <summary>True for a change by an API client: the engine's own writes look like this.</summary>
    public static bool IsByClient(LeadChange change) => string.Equals(change.Source, Client, StringComparison.OrdinalIgnoreCase);

    private static bool IsEvidence(LeadChange change, IReadOnlyList<string> campaigns)
    {
        if (string.Equals(change.Source, Form, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var campaign in campaigns)
        {
            // Marketo has been seen to write both forms.
            if (change.Reason is { } reason && (reason == "Campaign: " + campaign || reason.StartsWith("Changed by Smart Campaign " + campaign + " ", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
