using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Flows.OpportunityStages;
using SfMarketo.Sync.Mapping;

namespace SfMarketo.Sync.Sources;

/// <summary>What a stream of one Salesforce object's versions asks for.</summary>
/// <param name="Object">API name.</param>
/// <param name="Fields">Select list, with Id and SystemModstamp.</param>
/// <param name="Poll">How often.</param>
internal sealed record RowStream(string Object, string Fields, TimeSpan Poll)
{
    public const string Lead = "salesforce.Lead";
    public const string Account = "salesforce.Account";
    public const string Opportunity = "salesforce.Opportunity";
    public const string Role = "salesforce.OpportunityContactRole";

    /// <summary>In cursors and inbox.</summary>
    public string Name => "salesforce." + Object;

    /// <summary>Asks queryAll, so that deletions are seen.</summary>
    public bool DeletedToo { get; init; }

    /// <summary>Without a cursor it starts now, not at the org's first row.</summary>
    public bool FromNow { get; init; }

    /// <summary>How often at the least, while nothing changes; null: always at <see cref="Poll"/>.</summary>
    public TimeSpan? LongestPoll { get; init; }

    /// <summary>The streams that the settings ask for.</summary>
    public static IEnumerable<RowStream> Of(SyncSettings settings, RecordShapes shapes)
    {
        yield return new RowStream(nameof(SalesforceObject.Lead), shapes.LeadFields, settings.SalesforcePoll);
        yield return new RowStream(nameof(SalesforceObject.Contact), shapes.ContactFields, settings.SalesforcePoll);
        if (settings.OpportunityStages is { } stages)
        {
            yield return new RowStream("Opportunity", StandingNews.OpportunityFields, stages.Poll) { DeletedToo = true, FromNow = true, LongestPoll = stages.LongestPoll };
            yield return new RowStream("OpportunityContactRole", StandingNews.RoleFields, stages.Poll) { DeletedToo = true, FromNow = true, LongestPoll = stages.LongestPoll };
        }

        if (settings.Firmographics is { } firmographics)
        {
            yield return new RowStream("Account", firmographics.AccountFields, firmographics.Poll) { DeletedToo = true, FromNow = true, LongestPoll = firmographics.LongestPoll };
        }
    }
}
