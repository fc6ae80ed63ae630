namespace SfMarketo.Harness.Scenarios;

/// <summary>An active Lead assignment rule that gives new Leads to its owners in turn.</summary>
public sealed record AssignmentShape(string Rule, int Owners);
