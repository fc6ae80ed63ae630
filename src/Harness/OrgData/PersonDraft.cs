namespace SfMarketo.Harness.OrgData;

/// <summary>A made-up person before any system knows them.</summary>
public sealed record PersonDraft(string FirstName, string LastName, string Email, string MobilePhone, string Title, string Company);
