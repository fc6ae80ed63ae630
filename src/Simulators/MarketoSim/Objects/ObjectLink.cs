namespace SfMarketo.MarketoSim.Objects;

/// <summary>A field that holds another object's key.</summary>
/// <param name="Field">The field's REST name.</param>
/// <param name="Object">The other object: <c>Lead</c>, <c>Company</c>, or a custom object.</param>
/// <param name="Key">The other object's field that is matched.</param>
internal sealed record ObjectLink(string Field, string Object, string Key);
