using SfMarketo.Harness.VirtualTime;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Options;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;

namespace SfMarketo.Harness.Scenarios.Reading;

/// <summary>What the two simulators take, asked of two that nobody calls: their switches, their faults.</summary>
internal static class SimulatorWords
{
    private static readonly Lazy<MarketoInstance> Marketo = new(static () => new MarketoInstance(new MarketoSimOptions(), new VirtualClock(DateTimeOffset.UnixEpoch), new Draws(1)));
    private static readonly Lazy<SalesforceOrg> Salesforce = new(static () => new SalesforceOrg(new SalesforceSimOptions(), new VirtualClock(DateTimeOffset.UnixEpoch), new Draws(1)));

    public static IReadOnlyList<string> MarketoSwitches => Marketo.Value.SwitchNames;

    public static IReadOnlyList<string> SalesforceSwitches => SalesforceOrg.SwitchNames;

    public static Simulator Find(string system) => system == "marketo" ? Marketo.Value : Salesforce.Value;

    public static IReadOnlyList<string> MarketoSettings(string name) => Marketo.Value.SwitchSettings(name);

    public static IReadOnlyList<string> SalesforceSettings(string name) => SalesforceOrg.SwitchValues(name);

    public static bool TakesMarketoSwitch(string name, string value)
    {
        try
        {
            Marketo.Value.SetSwitch(name, value);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public static bool TakesSalesforceSwitch(string name, string value)
    {
        try
        {
            Salesforce.Value.SetSwitch(name, value);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
