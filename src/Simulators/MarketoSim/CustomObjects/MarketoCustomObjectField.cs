using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.CustomObjects;

/// <summary>A field of a custom object.</summary>
/// <param name="Name">REST name.</param>
/// <param name="Type">Data type.</param>
/// <param name="DisplayName">Name at the screens; the REST name when null.</param>
public sealed record MarketoCustomObjectField(string Name, PersonFieldType Type, string? DisplayName = null)
{
    /// <summary>Longest value, characters, for the text types. Default 255.</summary>
    public int Length { get; init; } = 255;

    /// <summary>Part of the key.</summary>
    public bool IsDedupe { get; init; }

    /// <summary>What it links to, as object and field: <c>Lead.id</c>, <c>Lead.email</c>, <c>Company.externalCompanyId</c>, or another custom object's field. Null for no link.</summary>
    public string? LinkTo { get; init; }
}
