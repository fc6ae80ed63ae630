using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Objects;

/// <summary>A field of an object other than the person, as its kind is written down.</summary>
/// <param name="Name">REST name.</param>
/// <param name="DisplayName">Name at the screens.</param>
/// <param name="Type">Data type.</param>
/// <param name="Length">Longest value, characters, for the text types; 0 for the others.</param>
/// <param name="Updateable">Clients may change it.</param>
internal sealed record ObjectField(string Name, string DisplayName, PersonFieldType Type, int Length = 0, bool Updateable = true)
{
    private const int TextLength = 255;
    private const int GuidLength = 36;

    public static readonly ObjectField Guid = new("marketoGUID", "Marketo GUID", PersonFieldType.String, GuidLength, Updateable: false);
    public static readonly ObjectField Id = new("id", "Id", PersonFieldType.Integer, Updateable: false);
    public static readonly ObjectField CreatedAt = new("createdAt", "Created At", PersonFieldType.DateTime, Updateable: false);
    public static readonly ObjectField UpdatedAt = new("updatedAt", "Updated At", PersonFieldType.DateTime, Updateable: false);

    /// <summary>Values repeat over many records and are kept once.</summary>
    public bool Pooled { get; init; }

    /// <summary>The instance's own, not Marketo's.</summary>
    public bool Custom { get; init; }

    public static ObjectField Text(string name, string displayName, int length = TextLength, bool updateable = true) => new(name, displayName, PersonFieldType.String, length, updateable);
}
