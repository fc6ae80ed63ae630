namespace SfMarketo.Harness.Scenarios;

/// <summary>A condition on one field of a row.</summary>
public sealed record FieldTest(string Field, ValueTest Test);
