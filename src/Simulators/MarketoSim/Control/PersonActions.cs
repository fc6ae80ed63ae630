using System.Text.Json;
using SfMarketo.Kernel.Control;

namespace SfMarketo.MarketoSim.Control;

/// <summary>What people do with people: create, edit, score, merge, delete.</summary>
internal static class PersonActions
{
    public static IReadOnlyList<ControlAction> Of(MarketoInstance instance) =>
    [
        new("create", """a person: {"fields": {"email": "...", "lastName": "Lovelace"}}""", (input, json) => Create(instance, input, json)),
        new("edit", """{"person": 1017 or "E-MAIL", "fields": {"company": "Engines"}}""", (input, json) => Edit(instance, input, json)),
        new("score", """{"person": 1017, "change": 10} or {"person": 1017, "score": 75}""", (input, json) => Score(instance, input, json)),
        new("merge", """the loser's id is gone: {"winner": 1017, "loser": 1018}""", (input, json) => Merge(instance, input, json)),
        new("delete", """{"person": 1017}""", (input, json) => Delete(instance, input, json)),
        new("interestingMoment", """{"person": 1017, "type": "Milestone", "description": "Asked for a demo"}""", (input, json) => Moment(instance, input, json)),
    ];

    private static void Create(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var fields = input.RequiredFields("fields", "write the person's fields by their REST names");
        input.End();
        json.WriteNumber("id"u8, instance.CreatePerson(fields, "create"));
    }

    private static void Edit(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var person = NamedAssets.Person(instance, input);
        var fields = input.RequiredFields("fields", "write what changes, by REST names");
        input.End();
        json.WriteNumber("id"u8, person);
        json.WriteBoolean("changed"u8, instance.UpdatePerson(person, fields, "edit"));
    }

    private static void Score(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var person = NamedAssets.Person(instance, input);
        var change = input.Whole("change", -1_000_000, 1_000_000);
        var score = input.Whole("score", -1_000_000, 1_000_000);
        input.End();
        if (change is null == score is null)
        {
            throw input.Missing("change", "write either change or score");
        }

        var to = score ?? (instance.FindPerson(person)!.Get("leadScore") as int? ?? 0) + change!.Value;
        json.WriteNumber("id"u8, person);
        json.WriteBoolean("changed"u8, instance.UpdatePerson(person, [new("leadScore", to)], "score"));
        json.WriteNumber("score"u8, to);
    }

    private static void Merge(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var winner = NamedAssets.Person(instance, input, "winner");
        var loser = NamedAssets.Person(instance, input, "loser");
        input.End();
        json.WriteNumber("id"u8, winner);
        json.WriteBoolean("merged"u8, instance.MergePeople(winner, loser, "merge") ? true : throw input.Wrong("loser", "is the winner", "write two people"));
    }

    private static void Delete(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var person = NamedAssets.Person(instance, input);
        input.End();
        json.WriteNumber("id"u8, person);
        json.WriteBoolean("deleted"u8, instance.DeletePerson(person, "delete"));
    }

    private static void Moment(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var person = NamedAssets.Person(instance, input);
        var type = input.Text("type") ?? "Milestone";
        var description = input.RequiredText("description", "write what happened, in words");
        input.End();
        Answer(json, instance.AddInterestingMoment(person, type, description));
    }

    /// <summary>The activity that an action wrote; null when the action had no effect.</summary>
    internal static void Answer(Utf8JsonWriter json, long? activity)
    {
        if (activity is { } id)
        {
            json.WriteNumber("activity"u8, id);
        }
        else
        {
            json.WriteNull("activity"u8);
        }
    }
}
