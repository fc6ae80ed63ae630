using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Composite;

/// <summary>One record of a tree on its way.</summary>
/// <param name="referenceId">As sent; empty when it has none.</param>
/// <param name="parent">The record above it, or null.</param>
/// <param name="lookup">Its own field that points to the parent, or null.</param>
internal sealed class TreeRecord(string referenceId, TreeRecord? parent, SField? lookup)
{
    public string ReferenceId { get; } = referenceId;

    public TreeRecord? Parent { get; } = parent;

    public SField? Lookup { get; } = lookup;

    public RowInput Input { get; } = new();

    /// <summary>The row it made.</summary>
    public SRow? Row { get; set; }

    public RowError? Error { get; set; }
}
