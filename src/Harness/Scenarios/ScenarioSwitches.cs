namespace SfMarketo.Harness.Scenarios;

/// <summary>Switches by name, in the words of the control API's <c>PUT switches</c>, in the order of the file.</summary>
public sealed record ScenarioSwitches
{
    public IReadOnlyList<KeyValuePair<string, string>> Marketo { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Salesforce { get; init; } = [];
}
