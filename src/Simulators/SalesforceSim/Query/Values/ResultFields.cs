using System.Text.Json;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.Query.Values;

/// <summary>Fields that stand for the results of functions.</summary>
internal static class ResultFields
{
    /// <param name="name">For errors.</param>
    /// <param name="type">Form of the values.</param>
    /// <param name="like">The field the values come from, for its picklist, case and digits.</param>
    /// <param name="number">Place in the row's values; -1 for none.</param>
    public static SField Of(string name, SFieldType type, SField? like = null, int number = -1) => new()
    {
        Number = number,
        Name = name,
        Label = name,
        Type = type,
        Filterable = true,
        Sortable = true,
        Groupable = true,
        CaseSensitive = like?.CaseSensitive ?? false,
        Picklist = like?.Picklist ?? [],
        Scale = like?.Scale ?? 0,
        Json = JsonEncodedText.Encode(name),
    };
}
