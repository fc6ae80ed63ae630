namespace SfMarketo.MarketoSim.Instance;

/// <summary>A field and the value to give it, already in the field's own type.</summary>
internal readonly record struct FieldValue(PersonField Field, object? Value);
