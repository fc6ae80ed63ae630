using System.Text.Json;
using SfMarketo.Kernel.Control;

namespace SfMarketo.SalesforceSim.Control;

/// <summary>Salesforce's part of the control API.</summary>
internal sealed class SalesforceControl(SalesforceOrg org) : SimControl(org)
{
    public override IReadOnlyList<ControlAction> Actions { get; } = SalesforceActions.Of(org);

    public override IReadOnlyList<string> SwitchNames => SalesforceOrg.SwitchNames;

    public override string GetSwitch(string name) => org.GetSwitch(name);

    public override IReadOnlyList<string> SwitchValues(string name) => SalesforceOrg.SwitchValues(name);

    public override void SetSwitch(string name, string value) => org.SetSwitch(name, value);

    public override void WriteCounts(Utf8JsonWriter json)
    {
        foreach (var type in org.Store.Schema.Objects)
        {
            json.WriteNumber(type.Json, org.Count(type.Name));
        }
    }

    public override void WriteLimits(Utf8JsonWriter json)
    {
        json.WriteNumber("requestsPerDay"u8, org.RequestsLimit);
        json.WriteNumber("concurrentLongRunning"u8, org.ConcurrentLongRunningLimit);
    }

    public override void ChangeLimits(ControlInput input)
    {
        var requests = input.Whole("requestsPerDay", 0, 1_000_000_000);
        var running = input.Whole("concurrentLongRunning", 0, 100_000);
        input.End();
        org.SetLimits(requests, running);
    }

    public override void WriteUsage(Utf8JsonWriter json)
    {
        json.WriteNumber("requestsInLast24Hours"u8, org.RequestsUsed);
        json.WriteNumber("requestsPerDay"u8, org.RequestsLimit);
        json.WriteNumber("inFlight"u8, org.LongRunning.Running);
        json.WriteNumber("peakInFlight"u8, org.PeakRunning);
        json.WriteNumber("peakLongRunning"u8, org.PeakLongRunning);
    }

    public override object TakeSnapshot() => org.Fork(org.Time);

    public override void Restore(object snapshot) => org.Reset((SalesforceOrg)snapshot);
}
