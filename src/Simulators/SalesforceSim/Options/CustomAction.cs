namespace SfMarketo.SalesforceSim.Options;

/// <summary>A custom invocable action: the org runs neither flows nor Apex, so its outcome is said here.</summary>
/// <param name="Type"><c>flow</c>, <c>apex</c>, <c>emailAlert</c>, <c>quickAction</c> or <c>sendNotification</c>.</param>
/// <param name="Name">API name.</param>
/// <param name="Label">Label in the list.</param>
/// <param name="OutputValues">A JSON object that each input gets.</param>
public sealed record CustomAction(string Type, string Name, string Label, string OutputValues = "{}");
