namespace SfMarketo.Sync.Mapping;

/// <summary>How a field's values are compared and sent.</summary>
public enum FieldType
{
    Text,

    /// <summary>Compared without regard to case.</summary>
    Email,

    /// <summary>85, 85.0 and "85" are one value.</summary>
    Number,

    /// <summary>true and false; no value is false.</summary>
    Boolean,

    /// <summary>A Salesforce id: 15 and 18 characters are one value.</summary>
    Id,
}
