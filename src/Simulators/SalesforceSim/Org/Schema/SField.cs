using System.Text.Json;

namespace SfMarketo.SalesforceSim.Org.Schema;

/// <summary>One field of an object, by its number in the row's values.</summary>
internal sealed class SField
{
    public required int Number { get; init; }

    public required string Name { get; init; }

    public required string Label { get; init; }

    public required SFieldType Type { get; init; }

    /// <summary>Most characters of a text field; 18 for ids; else 0.</summary>
    public int Length { get; init; }

    /// <summary>Digits of double, currency and percent fields; else 0.</summary>
    public int Precision { get; init; }

    public int Scale { get; init; }

    /// <summary>Digits of an int field; else 0.</summary>
    public int Digits { get; init; }

    public bool Nillable { get; init; }

    public bool Createable { get; init; }

    public bool Updateable { get; init; }

    public bool DefaultedOnCreate { get; init; }

    public bool Unique { get; init; }

    public bool ExternalId { get; init; }

    public bool CaseSensitive { get; init; }

    /// <summary>The field can stand in the path of a row instead of its id (external ids, User.Username, ...).</summary>
    public bool IdLookup { get; init; }

    /// <summary>Kept in an index: <see cref="SObjectTable.FindByIndex"/> answers by result size.</summary>
    public bool Indexed { get; init; }

    public bool Filterable { get; init; }

    public bool Sortable { get; init; }

    public bool Groupable { get; init; }

    /// <summary>The server fills it from other fields.</summary>
    public bool Calculated { get; init; }

    public bool RestrictedPicklist { get; init; }

    /// <summary>Form of a running number: <c>P-{0000}</c>; null for other fields.</summary>
    public string? AutoNumber { get; init; }

    /// <summary>A number that is 0 in a new row: the server counts in it.</summary>
    public bool StartsAtZero { get; init; }

    /// <summary>A write of the row takes the lock of the row that this lookup names (salesforce-data.md section 10.6).</summary>
    public bool LocksParent { get; init; }

    /// <summary>The value of a new row, in stored form; null for none. Picklists have theirs in <see cref="Picklist"/>.</summary>
    public object? Default { get; init; }

    /// <summary>The formula of its default, as written; null for none.</summary>
    public string? DefaultFormula { get; init; }

    /// <summary>The formula of a formula field, as written; null for other fields.</summary>
    public string? Formula { get; init; }

    /// <summary>The server sums children up in it.</summary>
    public bool IsRollUp { get; init; }

    /// <summary>A stamp or user that an import may bring along, where <c>rows.auditFields</c> is on.</summary>
    public bool IsAudit => Number is >= SystemFields.CreatedDate and <= SystemFields.LastModifiedById;

    public bool IsNameField { get; init; }

    /// <summary>Object names a reference may point to, in order of the alphabet.</summary>
    public IReadOnlyList<string> ReferenceTo { get; init; } = [];

    public string? RelationshipName { get; init; }

    /// <summary>Name of the list at the parent, or null.</summary>
    public string? ChildRelationshipName { get; init; }

    /// <summary>The row goes when its parent goes.</summary>
    public bool CascadeDelete { get; init; }

    public IReadOnlyList<PicklistValue> Picklist { get; init; } = [];

    /// <summary>The compound field this one is a part of, or null.</summary>
    public string? CompoundFieldName { get; init; }

    /// <summary>Numbers of the parts of an address by <see cref="AddressValue.PartNames"/>; -1 where a part does not exist.</summary>
    public IReadOnlyList<int> Parts { get; init; } = [];

    /// <summary>Numbers of the codes of an address's country and state, where the org has state and country picklists; null elsewhere.</summary>
    public (int Country, int State)? CodeParts { get; internal set; }

    public bool Custom => Name.EndsWith("__c", StringComparison.Ordinal);

    public bool IsPolymorphic => ReferenceTo.Count > 1;

    /// <summary>Text of any kind, picklists among them, but not ids.</summary>
    public bool IsText => Type is >= SFieldType.String and <= SFieldType.Url;

    public bool IsId => Type is SFieldType.Id or SFieldType.Reference;

    public bool IsDouble => Type is SFieldType.Double or SFieldType.Currency or SFieldType.Percent;

    public bool RequiredOnCreate => Createable && !Nillable && !DefaultedOnCreate;

    /// <summary>The name, ready for the writer.</summary>
    public JsonEncodedText Json { get; init; }

    public override string ToString() => Name;
}
