using System.Text.Json;
using SfMarketo.Kernel.Control;

namespace SfMarketo.MarketoSim.Control;

/// <summary>What people do with campaigns, lists and programs.</summary>
internal static class AssetActions
{
    public static IReadOnlyList<ControlAction> Of(MarketoInstance instance) =>
    [
        new("runCampaign", """{"campaign": "Nurture Cast", "people": [1017, 1018]}""", (input, json) => Run(instance, input, json)),
        new("addToList", """{"list": "Acquisition Suppression", "person": 1017}""", (input, json) => AddToList(instance, input, json)),
        new("removeFromList", """{"list": "Acquisition Suppression", "person": 1017}""", (input, json) => RemoveFromList(instance, input, json)),
        new("setProgramStatus", """{"program": "Spring Nurture", "person": 1017, "status": "Engaged", "acquires": false}, acquires optional: it becomes the acquisition program of who has none""", (input, json) => SetStatus(instance, input, json)),
    ];

    private static void Run(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var campaign = NamedAssets.Asset(input, "campaign", instance.SmartCampaigns, campaign => campaign.Id, campaign => campaign.Name);
        var people = input.Wholes("people");
        input.End();
        if (people.Count == 0)
        {
            throw input.Missing("people", "write the ids of the people: [1017, 1018]");
        }

        instance.RunCampaign(campaign, people);
        json.WriteNumber("campaign"u8, campaign);
        json.WriteNumber("people"u8, people.Count(person => instance.FindPerson(person) is { IsLive: true }));
    }

    private static void AddToList(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var (list, person) = ListAndPerson(instance, input);
        json.WriteBoolean("changed"u8, instance.AddToList(list, person));
    }

    private static void RemoveFromList(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var (list, person) = ListAndPerson(instance, input);
        json.WriteBoolean("changed"u8, instance.RemoveFromList(list, person));
    }

    private static (int List, int Person) ListAndPerson(MarketoInstance instance, ControlInput input)
    {
        var list = NamedAssets.Asset(input, "list", instance.Lists, list => list.Id, list => list.Name);
        var person = NamedAssets.Person(instance, input);
        input.End();
        return (list, person);
    }

    private static void SetStatus(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var program = NamedAssets.Asset(input, "program", instance.Programs, program => program.Id, program => program.Name);
        var person = NamedAssets.Person(instance, input);
        var status = input.RequiredText("status", "write a status of the program's channel");
        var acquires = input.Flag("acquires") ?? false;
        input.End();
        json.WriteBoolean("changed"u8, instance.SetProgramStatus(program, person, status, "setProgramStatus", acquires));
    }
}
