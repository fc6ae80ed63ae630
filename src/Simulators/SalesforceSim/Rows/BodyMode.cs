namespace SfMarketo.SalesforceSim.Rows;

/// <summary>What a row's JSON is for; decides what its <c>Id</c> member means.</summary>
internal enum BodyMode
{
    /// <summary>Id refuses the row: an insert makes its own.</summary>
    Create,

    /// <summary>Id refuses the row: it stands in the path.</summary>
    Update,

    /// <summary>As <see cref="Update"/>, and the key field refuses it too.</summary>
    UpsertByPath,

    /// <summary>Id names the row (collections).</summary>
    UpdateById,
}
