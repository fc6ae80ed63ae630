namespace SfMarketo.MarketoSim.Activities.Custom;

/// <summary>An attribute of a custom activity type.</summary>
/// <param name="ApiName">Its key.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="DataType">One of <see cref="CustomDataTypes"/>.</param>
/// <param name="Description">Null when there is none.</param>
internal sealed record CustomAttribute(string ApiName, string Name, string DataType, string? Description);
