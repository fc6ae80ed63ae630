using SfMarketo.Harness.Checks;
using SfMarketo.Harness.OrgData;
using SfMarketo.Harness.Scenarios;
using SfMarketo.Harness.Workload;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Running;

/// <summary>What steps do to the systems and to the engine of a run, and the calls of its neighbours.</summary>
internal sealed class SystemActions(World world, EngineLives lives, RunNetworks networks, FaultRules faults, RunTally tally) : ISystemActions
{
    private Neighbour? marketoNeighbour;
    private Neighbour? salesforceNeighbour;

    public long MarketoNeighbourCalls => marketoNeighbour?.Calls ?? 0;

    public long SalesforceNeighbourCalls => salesforceNeighbour?.Calls ?? 0;

    public string? Do(TimelineStep step)
    {
        const string NobodyLives = "no engine was up";
        switch (step.Do, step.Action)
        {
            case (BusinessEvent.EngineKilled, SystemAction.Kill kill):
                return lives.Kill(kill) ? null : NobodyLives;
            case (BusinessEvent.EngineStopped, SystemAction.Stop stop):
                return lives.Stop(stop.Restart) ? null : NobodyLives;
            case (BusinessEvent.EngineClockJumps, SystemAction.ClockJump jump):
                lives.ClockError += jump.By;
                tally.Jumped(Micros.From(world.Clock.GetUtcNow()), (long)lives.ClockError.TotalMicroseconds);
                return null;
            case (BusinessEvent.LimitsChanged, SystemAction.Limits limits):
                Change(limits.To);
                return null;
            case (BusinessEvent.SwitchesChanged, SystemAction.Switches switches):
                Set(switches.To, world);
                return null;
            case (BusinessEvent.MarketoTokensExpire, _):
                world.Marketo.ExpireTokens();
                tally.MarketoRevocations++;
                return null;
            case (BusinessEvent.SalesforceSessionsEnd, _):
                world.Salesforce.ExpireSessions();
                tally.SalesforceRevocations++;
                return null;
            case (BusinessEvent.FaultsOff, _):
                faults.TurnOff();
                networks.TurnOff();
                return null;
            default:
                return "it is no action on a system";
        }
    }

    public void Neighbour(bool marketo)
    {
        var neighbour = marketo
            ? marketoNeighbour ??= Workload.Neighbour.OfMarketo(networks.ToMarketoOfNeighbours(), NeighbourCredentials.ClientId, NeighbourCredentials.ClientSecret)
            : salesforceNeighbour ??= Workload.Neighbour.OfSalesforce(networks.ToSalesforceOfNeighbours(), EngineCredentials.ConsumerKey, NeighbourCredentials.Username);
        _ = neighbour.CallAsync();
    }

    /// <summary>Sets a scenario's switches in both simulators.</summary>
    public static void Set(ScenarioSwitches switches, World world)
    {
        foreach (var (name, value) in switches.Marketo)
        {
            world.Marketo.SetSwitch(name, value);
        }

        foreach (var (name, value) in switches.Salesforce)
        {
            world.Salesforce.SetSwitch(name, value);
        }
    }

    private void Change(ScenarioLimits limits)
    {
        var marketo = limits.Marketo;
        world.Marketo.SetLimits(marketo.CallsPerWindow, marketo.WindowSeconds, marketo.ConcurrentCalls, marketo.CallsPerDay);
        world.Salesforce.SetLimits(limits.Salesforce.RequestsPerDay, limits.Salesforce.ConcurrentLongRunning);
    }
}
