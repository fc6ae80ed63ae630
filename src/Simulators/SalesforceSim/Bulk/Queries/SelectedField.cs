using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Query.Planning;

namespace SfMarketo.SalesforceSim.Bulk.Queries;

/// <summary>What a member of a query's rows is: all that bulk results know of how queries keep it.</summary>
internal static class SelectedField
{
    /// <summary>A compound field, which bulk queries cannot have.</summary>
    public static bool IsCompound(this SelectEntry entry) => Array.Exists(entry.ByType, field => field?.Type == SFieldType.Address);

    /// <summary>The name of the row's object (<c>Who.Type</c>).</summary>
    public static bool IsTypeName(this SelectEntry entry) => Array.TrueForAll(entry.ByType, field => field is null);

    /// <summary>The field in a row; null where its object has none.</summary>
    public static SField? FieldOf(this SelectEntry entry, SRow row) => entry.ByType[row.Type.Number];
}
