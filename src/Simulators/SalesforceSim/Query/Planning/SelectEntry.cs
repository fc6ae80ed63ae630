using System.Text.Json;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Binding;
using SfMarketo.SalesforceSim.Query.Values;

namespace SfMarketo.SalesforceSim.Query.Planning;

/// <summary>One member of a row's object.</summary>
/// <param name="Name">In the schema's spelling, or the alias.</param>
internal sealed record SelectEntry(JsonEncodedText Name)
{
    /// <summary>Of a field: where it is in the row.</summary>
    public BoundPath? Path { get; init; }

    /// <summary>Of a function or aggregate: what goes out, in the form of the value's field.</summary>
    public BoundValue? Function { get; init; }

    /// <summary>Of a field, function or aggregate.</summary>
    public BoundValue? Value => Path ?? Function;

    /// <summary>The reference to follow, for a parent.</summary>
    public SField? Reference { get; init; }

    /// <summary>What is written of the parent.</summary>
    public SelectNode? Parent { get; init; }

    /// <summary>TYPEOF: what is written of the parent by number of its object; null where nothing is.</summary>
    public SelectNode?[]? Branches { get; init; }

    /// <summary>A list of children.</summary>
    public ChildPlan? Children { get; init; }
}
