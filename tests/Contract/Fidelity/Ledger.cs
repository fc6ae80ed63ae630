using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.MarketoSim.Options;
using SfMarketo.SalesforceSim;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Hosting;

namespace SfMarketo.Tests.Contract.Fidelity;

/// <summary>What there is to prove of one API: the committed file, and the simulator's own switches that the file does not name.</summary>
internal sealed class Ledger
{
    public const string SwitchArea = "Switches";

    private readonly Dictionary<string, LedgerItem> byName;

    private Ledger(string api, IReadOnlyList<SwitchFacts> facts)
    {
        var switches = facts.Select(fact => fact.Name);
        Api = api;
        Switches = facts;
        var listed = File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "Contract", "Fidelity", $"{api}-ledger.tsv")).Skip(1).Select(Parse).ToList();
        Simulated = switches.ToHashSet(StringComparer.Ordinal);
        var known = listed.Select(item => item.Name).ToHashSet(StringComparer.Ordinal);
        Items = [.. listed, .. switches.Select(name => "switch " + name).Where(name => !known.Contains(name)).Select(name => new LedgerItem(api, SwitchArea, name, [], ""))];
        byName = Items.ToDictionary(item => item.Name, StringComparer.Ordinal);
    }

    public static Ledger Marketo { get; } = OfMarketo(new MarketoInstance(new MarketoSimOptions(), TimeProvider.System, new Draws(1)));

    public static Ledger Salesforce { get; } = OfSalesforce(new SalesforceOrg(new SalesforceSimOptions(), TimeProvider.System, new Draws(1)));

    public static IReadOnlyList<Ledger> All { get; } = [Marketo, Salesforce];

    public string Api { get; }

    /// <summary>In the order of the file; the page keeps it.</summary>
    public IReadOnlyList<LedgerItem> Items { get; }

    /// <summary>The simulator's switches, in order of the alphabet.</summary>
    public IReadOnlyList<SwitchFacts> Switches { get; }

    /// <summary>Their names.</summary>
    public IReadOnlySet<string> Simulated { get; }

    public LedgerItem? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The names most like this one.</summary>
    public IEnumerable<string> Near(string name) => Nearest.To(name, Items.Select(item => item.Name));

    private static Ledger OfMarketo(MarketoInstance instance)
    {
        var texts = SwitchTexts.Read("src/Simulators/MarketoSim/Options/MarketoSwitches.cs", "src/Simulators/MarketoSim/Options/MarketoSimOptions.cs");
        return new("marketo", [.. instance.SwitchNames.Select(name => new SwitchFacts(name, instance.GetSwitch(name), texts.GetValueOrDefault(name, ""), instance.SwitchSettings(name)))]);
    }

    private static Ledger OfSalesforce(SalesforceOrg org)
    {
        var texts = SwitchTexts.Read("src/Simulators/SalesforceSim/Options/SalesforceSwitches.cs", "src/Simulators/SalesforceSim/Query/QueryOptions.cs");
        return new("salesforce", [.. SalesforceOrg.SwitchNames.Select(name => new SwitchFacts(name, org.GetSwitch(name), texts.GetValueOrDefault(name, ""), SalesforceOrg.SwitchValues(name)))]);
    }

    private LedgerItem Parse(string line)
    {
        var parts = line.Split('\t');
        return parts is [var area, var name, var parameters, var text]
            ? new LedgerItem(Api, area, name, parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries), text)
            : throw new InvalidDataException($"{Api}-ledger.tsv: '{line}' has not the four columns area, item, parameters, text.");
    }
}
