using System.Text.Json;
using SfMarketo.Kernel.Control;
using SfMarketo.MarketoSim.Limits;

namespace SfMarketo.MarketoSim.Control;

/// <summary>Marketo's part of the control API.</summary>
internal sealed class MarketoControl(MarketoInstance instance) : SimControl(instance)
{
    public override IReadOnlyList<ControlAction> Actions { get; } = [.. PersonActions.Of(instance), .. EngagementActions.Of(instance), .. AssetActions.Of(instance), .. DefinitionActions.Of(instance), .. InstanceActions.Of(instance), .. ServiceActions.Of(instance), .. ObjectActions.Of(instance)];

    public override IReadOnlyList<string> SwitchNames => instance.SwitchNames;

    public override string GetSwitch(string name) => instance.GetSwitch(name);

    public override IReadOnlyList<string> SwitchValues(string name) => instance.SwitchSettings(name);

    public override void SetSwitch(string name, string value) => instance.SetSwitch(name, value);

    public override void WriteCounts(Utf8JsonWriter json)
    {
        lock (instance.Gate)
        {
            json.WriteNumber("people"u8, instance.LiveCount);
            json.WriteNumber("companies"u8, instance.Companies.Count(company => company.IsLive));
            json.WriteNumber("opportunities"u8, instance.Store.Objects.Opportunities.LiveCount);
            json.WriteNumber("opportunityRoles"u8, instance.Store.Objects.OpportunityRoles.LiveCount);
            json.WriteNumber("salesPersons"u8, instance.Store.Objects.SalesPersons.LiveCount);
            json.WriteNumber("namedAccounts"u8, instance.Store.Objects.NamedAccounts.LiveCount);
            json.WriteNumber("customObjects"u8, instance.Store.Objects.Custom.Values.Sum(table => table.LiveCount));
            json.WriteNumber("activities"u8, instance.Store.Activities.Count);
            json.WriteNumber("programs"u8, instance.Programs.Count);
            json.WriteNumber("programMembers"u8, instance.Programs.Sum(program => instance.ProgramMembers(program.Id).Count));
            json.WriteNumber("campaigns"u8, instance.SmartCampaigns.Count);
            json.WriteNumber("campaignRequests"u8, instance.CampaignRequests.Count);
            json.WriteNumber("lists"u8, instance.Lists.Count);
            json.WriteNumber("listMembers"u8, instance.Lists.Sum(list => instance.ListMembers(list.Id).Count));
            json.WriteNumber("emails"u8, instance.Emails.Count);
            json.WriteNumber("forms"u8, instance.Forms.Count);
        }
    }

    public override void WriteLimits(Utf8JsonWriter json) => LimitTable.Write(json, instance.Options);

    public override void ChangeLimits(ControlInput input) => instance.ChangeLimits(LimitTable.Read(input));

    public override void WriteUsage(Utf8JsonWriter json)
    {
        json.WriteNumber("callsInWindow"u8, instance.CallsInWindow);
        json.WriteNumber("peakCallsInWindow"u8, instance.PeakCallsInWindow);
        json.WriteNumber("inFlight"u8, instance.RunningCalls);
        json.WriteNumber("peakInFlight"u8, instance.PeakRunningCalls);
        json.WriteNumber("today"u8, instance.UsageToday);
        json.WriteNumber("callsPerDay"u8, instance.Options.CallsPerDay);
    }

    public override object TakeSnapshot() => instance.Fork(instance.Time);

    public override void Restore(object snapshot) => instance.Reset((MarketoInstance)snapshot);
}
