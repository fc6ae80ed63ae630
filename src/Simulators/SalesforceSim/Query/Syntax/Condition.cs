namespace SfMarketo.SalesforceSim.Query.Syntax;

/// <summary>What stands after WHERE, as written.</summary>
internal abstract record Condition;

/// <summary>Two or more conditions joined by the same word.</summary>
internal sealed record JoinedCondition(bool IsAnd, IReadOnlyList<Condition> Parts) : Condition;

internal sealed record NotCondition(Condition Inner) : Condition;

internal sealed record CompareCondition(SoqlTerm Term, CompareOperator Operator, SoqlLiteral Value) : Condition;

internal sealed record InCondition(SoqlTerm Term, bool Negated, IReadOnlyList<SoqlLiteral> Values) : Condition;

/// <summary><c>Interests__c INCLUDES ('A;B', 'C')</c>: A and B, or C.</summary>
internal sealed record IncludesCondition(FieldPath Path, bool Negated, IReadOnlyList<SoqlLiteral> Values) : Condition;

/// <summary><c>Id IN (SELECT ContactId FROM ..)</c>.</summary>
/// <param name="Path">The field outside.</param>
/// <param name="Negated">NOT IN.</param>
/// <param name="At">Where the inner SELECT starts.</param>
/// <param name="Inner">The sub-select: one field, an object, perhaps a condition.</param>
internal sealed record SemiJoinCondition(FieldPath Path, bool Negated, int At, SoqlQuery Inner) : Condition;

internal enum CompareOperator : byte
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Like,
}
