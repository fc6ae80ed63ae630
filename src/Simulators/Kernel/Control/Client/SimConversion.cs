namespace SfMarketo.Kernel.Control.Client;

/// <summary>What a Lead became.</summary>
/// <param name="LeadId">The Lead.</param>
/// <param name="AccountId">Its account.</param>
/// <param name="ContactId">Its contact.</param>
/// <param name="OpportunityId">Its opportunity; null when none was wanted.</param>
public sealed record SimConversion(string LeadId, string AccountId, string ContactId, string? OpportunityId);
