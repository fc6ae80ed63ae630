namespace SfMarketo.SalesforceSim.Org.Conversion;

/// <summary>How a lead is converted; the choices of the vendor's screen and of SOAP <c>convertLead</c>.</summary>
public sealed record LeadConversion
{
    /// <summary>An existing account, of which only empty fields are filled; null makes one from the lead's company.</summary>
    public string? AccountId { get; init; }

    /// <summary>An existing contact of that account; null makes one.</summary>
    public string? ContactId { get; init; }

    /// <summary>An existing opportunity, which gets the contact role and the activities; null makes one.</summary>
    public string? OpportunityId { get; init; }

    /// <summary>A LeadStatus with IsConverted.</summary>
    public string ConvertedStatus { get; init; } = "Closed - Converted";

    public bool DoNotCreateOpportunity { get; init; }

    /// <summary>Default: the lead's company.</summary>
    public string? OpportunityName { get; init; }

    /// <summary>User who owns the new rows; null for the lead's owner. Needed when a queue owns the lead.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The lead's LeadSource replaces an existing contact's.</summary>
    public bool OverwriteLeadSource { get; init; }
}

/// <summary>The rows that a conversion made or chose; 18 characters each.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="AccountId">Its account.</param>
/// <param name="ContactId">Its contact.</param>
/// <param name="OpportunityId">Its opportunity, or null.</param>
public sealed record LeadConversionResult(string LeadId, string AccountId, string ContactId, string? OpportunityId);
