namespace SfMarketo.Sync.Salesforce;

/// <summary>A page of a query.</summary>
/// <param name="Rows">
/// At most 2,000, fields in SELECT order. Parents are flattened: <c>Account.Name</c>. A missing parent is one null under the relationship's own name (<c>Account</c>),
/// so a parent's field that is absent reads as null. Child lists are JSON text.
/// </param>
/// <param name="TotalSize">Rows of the whole query.</param>
/// <param name="Done">False when there is another page. Row counts tell nothing.</param>
/// <param name="NextRecordsUrl">The path of the next page.</param>
public sealed record SoqlPage(List<FieldBag> Rows, int TotalSize, bool Done, string? NextRecordsUrl);

/// <summary>A field of an object, from describe.</summary>
/// <param name="Name">The API name.</param>
/// <param name="Type">string, picklist, reference, datetime, ...</param>
/// <param name="Length">Characters; 0 where none apply.</param>
/// <param name="Createable">By this user.</param>
/// <param name="Updateable">By this user.</param>
/// <param name="Nillable">Not by itself a sign that a value is needed.</param>
/// <param name="DefaultedOnCreate">The org fills it in.</param>
/// <param name="ExternalId">Can be the key of an upsert.</param>
/// <param name="RestrictedPicklist">Only the listed values are taken.</param>
/// <param name="PicklistValues">The active values.</param>
public sealed record SObjectField(
    string Name, string Type, int Length, bool Createable, bool Updateable, bool Nillable, bool DefaultedOnCreate, bool ExternalId, bool RestrictedPicklist,
    IReadOnlyList<string> PicklistValues)
{
    public bool IsRequiredOnCreate => Createable && !Nillable && !DefaultedOnCreate;
}

/// <summary>One of the org's limits.</summary>
/// <param name="Name">Such as <c>DailyApiRequests</c> or <c>DataStorageMB</c>.</param>
/// <param name="Max">The limit.</param>
/// <param name="Remaining">What is left of it.</param>
public sealed record OrgLimit(string Name, long Max, long Remaining);
