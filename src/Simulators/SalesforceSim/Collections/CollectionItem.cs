using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Collections;

/// <summary>One record of a collection call on its way: what was sent, and what came of it.</summary>
internal sealed class CollectionItem
{
    public RowInput Input { get; } = new();

    /// <summary>The row it names, or that it made.</summary>
    public SRow? Row { get; set; }

    /// <summary>The id that a failed update or delete answers with.</summary>
    public string? SentId { get; set; }

    public RowError? Error { get; set; }

    /// <summary>For upserts.</summary>
    public bool? Created { get; set; }
}
