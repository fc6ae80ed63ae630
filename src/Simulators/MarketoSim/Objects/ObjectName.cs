namespace SfMarketo.MarketoSim.Objects;

/// <summary>What an object is called.</summary>
/// <param name="Record">In our records: <c>Opportunity</c>.</param>
/// <param name="Api">In describe: <c>opportunity</c>.</param>
/// <param name="Display">At the screens.</param>
/// <param name="Description">In words.</param>
internal sealed record ObjectName(string Record, string Api, string Display, string Description);
