namespace SfMarketo.SalesforceSim.Org.Rules;

/// <summary>One run of the Lead assignment rule.</summary>
/// <param name="LeadId">18 characters.</param>
/// <param name="At">Microseconds since 1970 UTC.</param>
/// <param name="Call">The call that caused it, or 0 for a human action.</param>
/// <param name="Created">The run was for a create; false for an update.</param>
/// <param name="Rule">The rule's name.</param>
/// <param name="OwnerId">The owner after it.</param>
public sealed record AssignmentExecution(string LeadId, long At, long Call, bool Created, string Rule, string OwnerId);
