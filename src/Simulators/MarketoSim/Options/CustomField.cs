using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Options;

/// <summary>A custom person field.</summary>
/// <param name="Name">REST name.</param>
/// <param name="Type">Data type.</param>
/// <param name="DisplayName">Name at the screens; the REST name when null.</param>
public sealed record CustomField(string Name, PersonFieldType Type, string? DisplayName = null)
{
    /// <summary>Longest value, characters, for the text types. Default 255.</summary>
    public int Length { get; init; } = 255;
}
