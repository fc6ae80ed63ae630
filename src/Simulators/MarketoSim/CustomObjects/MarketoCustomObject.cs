namespace SfMarketo.MarketoSim.CustomObjects;

/// <summary>A custom object type, as an administrator makes it at the screens.</summary>
/// <param name="ApiName">Its name in paths: a letter, then letters, digits and underscores, such as <c>car_c</c>.</param>
/// <param name="DisplayName">Its name at the screens.</param>
/// <param name="Fields">At most 50, one to three of them dedupe fields.</param>
public sealed record MarketoCustomObject(string ApiName, string DisplayName, IReadOnlyList<MarketoCustomObjectField> Fields)
{
    public string Description { get; init; } = "";
}
