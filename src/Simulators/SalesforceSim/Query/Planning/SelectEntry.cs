using System.Text.Json;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Values;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>One member of a row's object.</summary>
/// <param name="Name">In the schema's spelling, or the alias.</param>
/// <param name="ByType">Of a field: the field by number of the row's object. Empty for all else.</param>
internal sealed record SelectEntry(JsonEncodedText Name, SField?[] ByType)
{
    /// <summary>The name of the row's object: <c>Who.Type</c>.</summary>
    public bool IsTypeName { get; init; }

    /// <summary>Of a field, function or aggregate: what it reads from the row.</summary>
    public BoundValue? Value { get; init; }

    /// <summary>Of a function or aggregate: the result goes out in the form of the value's field.</summary>
    public bool IsFunction { get; init; }

    /// <summary>The reference to follow, for a parent.</summary>
    public SField? Reference { get; init; }

    /// <summary>What is written of the parent.</summary>
    public SelectNode? Parent { get; init; }

    /// <summary>TYPEOF: what is written of the parent by number of its object; null where nothing is.</summary>
    public SelectNode?[]? Branches { get; init; }

    /// <summary>A list of children.</summary>
    public ChildPlan? Children { get; init; }
}
