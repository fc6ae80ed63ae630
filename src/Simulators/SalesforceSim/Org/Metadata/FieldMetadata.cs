namespace SfMarketo.SalesforceSim.Org.Metadata;

/// <summary>A custom field.</summary>
public sealed record FieldMetadata
{
    /// <summary>Where it stands in the file.</summary>
    public required string Place { get; init; }

    /// <summary>API name, <c>Region__c</c>.</summary>
    public required string Name { get; init; }

    public required string Label { get; init; }

    /// <summary>One of <see cref="MetadataReader.FieldTypes"/>; of a formula or roll-up the type of its value.</summary>
    public required string Type { get; init; }

    /// <summary>Most characters of a text; digits of a number.</summary>
    public int Length { get; init; }

    /// <summary>Decimals of a number.</summary>
    public int Scale { get; init; }

    public bool Required { get; init; }

    public bool Unique { get; init; }

    public bool CaseSensitive { get; init; }

    public bool ExternalId { get; init; }

    /// <summary>A text, number or flag as text; null for none.</summary>
    public string? Default { get; init; }

    public string? DefaultFormula { get; init; }

    /// <summary>Of a picklist.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The picklist takes only its values.</summary>
    public bool Restricted { get; init; }

    /// <summary>Objects that a lookup points to.</summary>
    public IReadOnlyList<string> ReferenceTo { get; init; } = [];

    /// <summary>Name of the list at the parent, without <c>__r</c>; null for the object's plural.</summary>
    public string? ChildRelationship { get; init; }

    public string? Formula { get; init; }

    public RollUpMetadata? RollUp { get; init; }

    /// <summary>Form of a running number.</summary>
    public string? AutoNumber { get; init; }
}
