using SfMarketo.Harness.Scenarios.Reading;

namespace SfMarketo.Harness.Scenarios.Language;

internal static class SwitchKeys
{
    public static MapShape Shape { get; } = new(
        "switches",
        "What the vendors leave unclear, by the names and settings of the control API.",
        new("marketo", new ValueShape.Open(new ValueShape.Text(), Words(SimulatorWords.MarketoSwitches, SimulatorWords.MarketoSettings)), "Switches of the Marketo simulator."),
        new("salesforce", new ValueShape.Open(new ValueShape.Text(), Words(SimulatorWords.SalesforceSwitches, SimulatorWords.SalesforceSettings)), "Switches of the Salesforce simulator."));

    private static KnownWord[] Words(IReadOnlyList<string> names, Func<string, IReadOnlyList<string>> settings) =>
        [.. names.Order(StringComparer.Ordinal).Select(name => new KnownWord(name, $"It takes {string.Join(" or ", settings(name))}; true and false stand for on and off."))];
}
