namespace SfMarketo.Sync.Flows.OpportunityStages;

/// <summary>What counts of one live opportunity.</summary>
/// <param name="StageName">Picklist value.</param>
/// <param name="IsClosed">As Salesforce derives it from the stage.</param>
/// <param name="IsWon">As Salesforce derives it from the stage.</param>
/// <param name="CloseDate"><c>yyyy-MM-dd</c>, so that text order is date order.</param>
internal readonly record struct Deal(string StageName, bool IsClosed, bool IsWon, string CloseDate)
{
    /// <summary>From a contact role with its opportunity's fields; null when either is deleted.</summary>
    public static Deal? OfRole(FieldBag role) => role["IsDeleted"].AsBoolean() == true || role["Opportunity.IsDeleted"].AsBoolean() == true
        ? null
        : new Deal(
            role["Opportunity.StageName"].ToString(),
            role["Opportunity.IsClosed"].AsBoolean() == true,
            role["Opportunity.IsWon"].AsBoolean() == true,
            role["Opportunity.CloseDate"].ToString());
}
