using SfMarketo.Harness.Scenarios.Yaml;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>Reads switches: names and values of the control API's <c>PUT switches</c>; true and false stand for on and off.</summary>
internal static class SwitchReader
{
    /// <param name="map">Has the keys marketo and salesforce.</param>
    public static ScenarioSwitches Switches(MapReader map) => new()
    {
        Marketo = Of(map, "marketo", SimulatorWords.MarketoSwitches, SimulatorWords.MarketoSettings, SimulatorWords.TakesMarketoSwitch),
        Salesforce = Of(map, "salesforce", SimulatorWords.SalesforceSwitches, SimulatorWords.SalesforceSettings, SimulatorWords.TakesSalesforceSwitch),
    };

    private static List<KeyValuePair<string, string>> Of(
        MapReader map, string system, IReadOnlyList<string> names, Func<string, IReadOnlyList<string>> settings, Func<string, string, bool> takes)
    {
        List<KeyValuePair<string, string>> switches = [];
        foreach (var entry in map.Entries(system))
        {
            var name = entry.Key.Value;
            if (!names.Contains(name))
            {
                map.Problems.Add(ProblemCode.UnknownKey, entry.Key.Place, $"{system} has no switch '{name}'", Closest.Suggest(name, names, "switches"));
            }
            else if (map.Values.Text(entry.Value, name) is { } written)
            {
                var value = entry.Value is YamlNode.Text { Plain: true } && !takes(name, written) ? written switch { "true" => "on", "false" => "off", _ => written } : written;
                if (takes(name, value))
                {
                    switches.Add(new(name, value));
                }
                else
                {
                    map.Problems.Add(ProblemCode.BadText, entry.Value.Place, $"{name} cannot be '{written}'", $"it takes {string.Join(" or ", settings(name))}");
                }
            }
        }

        return switches;
    }
}
