namespace SfMarketo.Harness.OrgData;

/// <summary>A Lead or Contact, with its Marketo person when they are linked.</summary>
/// <param name="RowId">Salesforce id.</param>
/// <param name="AccountId">A Contact's account; null for a Lead.</param>
/// <param name="PersonId">Marketo id, or null.</param>
public sealed record SeededPerson(string RowId, string? AccountId, int? PersonId);
