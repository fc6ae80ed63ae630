using System.Globalization;
using System.Text;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Control;
using SfMarketo.Kernel.Faults;

namespace SfMarketo.Harness.Running;

/// <summary>A scenario's faults in the tables of both simulators.</summary>
internal sealed class FaultRules
{
    private readonly World world;
    private readonly List<(ScenarioFault Fault, FaultRule Rule)> rules = [];

    /// <param name="faults">In the order of the file.</param>
    /// <param name="world">Its clock stands at the start of the run.</param>
    public FaultRules(IReadOnlyList<ScenarioFault> faults, World world)
    {
        this.world = world;
        var start = world.Clock.GetUtcNow();
        foreach (var fault in faults)
        {
            Simulator simulator = fault.System == "marketo" ? world.Marketo : world.Salesforce;
            var match = fault.Match with { From = start + fault.From, Until = start + fault.Until };

            // As the control API has it: "the third" is one call; without a number the rule stands.
            var occurrence = new Occurrence(fault.Nth ?? 1, fault.Times ?? (fault.Nth is null ? null : 1), fault.Probability);
            var effects = FaultEffectReader.Read(ControlInput.Parse(Encoding.UTF8.GetBytes(fault.Effect)), simulator, match);
            rules.Add((fault, simulator.Faults.Add(match, occurrence, effects, fault.Id)));
        }
    }

    /// <summary>Calls that each fault hit, in the order of the file.</summary>
    public IReadOnlyList<(string Id, int Hits)> Hits => [.. rules.Select(one => (one.Fault.Id, one.Rule.Occurrence.Hits))];

    /// <summary>A sentence for each fault that never hit a call.</summary>
    public IEnumerable<string> Unmet(string file) => rules.Where(one => one.Rule.Occurrence.Hits == 0).Select(one => string.Create(
        CultureInfo.InvariantCulture,
        $"{file}:{one.Fault.Line}: the fault '{one.Fault.Id}' never hit a call; {(one.Rule.Occurrence.Seen == 0 ? "no call fitted its match" : $"{one.Rule.Occurrence.Seen} calls fitted its match")}"));

    /// <summary>Takes all rules away.</summary>
    public void TurnOff()
    {
        foreach (Simulator simulator in (Simulator[])[world.Marketo, world.Salesforce])
        {
            lock (simulator.Gate)
            {
                simulator.Faults.Clear();
            }
        }
    }
}
