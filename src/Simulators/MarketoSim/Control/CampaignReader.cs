using System.Globalization;
using SfMarketo.Kernel.Control;
using SfMarketo.MarketoSim.Campaigns;

namespace SfMarketo.MarketoSim.Control;

/// <summary>Reads a smart campaign: filters, triggers and steps are objects of one kind each.</summary>
internal sealed class CampaignReader(MarketoInstance instance)
{
    private const string FilterHelp = """write {"field": "country", "is": "Austria"}, or isNot or atLeast, {"inList": "..."}, {"notInList": "..."}, {"inProgram": "...", "status": "..."} or {"notInProgram": "..."}""";
    private const string TriggerHelp = """write {"dataValueChanges": "country"}, {"scoreChanges": true}, {"statusChanges": "PROGRAM", "status": "..."}, {"formFilled": "FORM"} or {"emailClicked": "EMAIL", "link": "..."}""";

    public MarketoCampaign Read(ControlInput input)
    {
        var name = input.RequiredText("name", "write the campaign's name");
        var program = NamedAssets.Find(input, "program", instance.Programs, one => one.Id, one => one.Name);
        var triggers = input.Inners("triggers").Select(Trigger).ToList();
        var requestable = input.Flag("requestable") ?? false;
        var type = input.Word("type", "trigger", "batch") ?? (requestable || triggers.Count > 0 ? "trigger" : "batch");
        var campaign = new MarketoCampaign
        {
            Id = DefinitionActions.Id(input, instance.SmartCampaigns, one => one.Id, one => one.Name, name, 2001),
            Name = name,
            Description = input.Text("description") ?? "",
            Type = type == "batch" ? MarketoCampaignType.Batch : MarketoCampaignType.Trigger,
            ProgramId = program ?? 0,
            ProgramName = instance.Programs.FirstOrDefault(one => one.Id == program)?.Name ?? "",
            Active = input.Flag("active") ?? true,
            Requestable = requestable,
            Triggers = triggers,
            Filters = [.. input.Inners("filters").Select(Filter)],
            FlowSteps = [.. input.Inners("flow").Select(Step)],
            Qualification = Qualification(input),
            Recurrence = input.Inner("recurrence") is { } recurrence ? RecurrenceReader.Read(recurrence) : null,
            BlocksNonOperational = input.Flag("blockNonOperational") ?? false,
        };
        input.End();
        return campaign;
    }

    private static QualificationRule Qualification(ControlInput input)
    {
        if (input.Inner("onceIn") is { } rule)
        {
            var interval = rule.RequiredWhole("interval", 1, 1000, "write how many");
            var unit = rule.Word("unit", "hour", "day", "week", "month") ?? throw rule.Missing("unit", "write hour, day, week or month");
            rule.End();
            return QualificationRule.Every(interval, unit);
        }

        return input.Word("qualification", "any", "once") == "once" ? QualificationRule.Once : QualificationRule.EveryTime;
    }

    private SmartListFilter Filter(ControlInput input)
    {
        SmartListFilter filter = input.Names.FirstOrDefault() switch
        {
            "field" when input.Names.Contains("isNot") => new SmartListFilter.FieldIsNot(input.RequiredText("field", FilterHelp), input.Scalar("isNot")),
            "field" when input.Names.Contains("atLeast") => new SmartListFilter.FieldAtLeast(input.RequiredText("field", FilterHelp), Number(input, "atLeast")),
            "field" => new SmartListFilter.FieldIs(input.RequiredText("field", FilterHelp), input.Scalar("is")),
            "inList" => new SmartListFilter.InList(List(input, "inList")),
            "notInList" => new SmartListFilter.NotInList(List(input, "notInList")),
            "inProgram" => new SmartListFilter.InProgram(Program(input, "inProgram"), input.Text("status")),
            "notInProgram" => new SmartListFilter.NotInProgram(Program(input, "notInProgram")),
            var other => throw input.Wrong(other ?? "filter", "is no filter", FilterHelp),
        };
        input.End();
        return filter;
    }

    private SmartListTrigger Trigger(ControlInput input)
    {
        SmartListTrigger trigger = input.Names.FirstOrDefault() switch
        {
            "dataValueChanges" => new SmartListTrigger.DataValueChanges(input.RequiredText("dataValueChanges", TriggerHelp), input.Scalar("newValue")),
            "scoreChanges" when input.Flag("scoreChanges") == true => new SmartListTrigger.ScoreChanges(),
            "statusChanges" => new SmartListTrigger.StatusChanges(Program(input, "statusChanges"), input.Text("status")),
            "formFilled" => new SmartListTrigger.FormFilled(NamedAssets.Asset(input, "formFilled", instance.Forms, form => form.Id, form => form.Name)),
            "emailClicked" => new SmartListTrigger.EmailClicked(Email(input, "emailClicked"), input.Text("link"), input.Flag("bots") ?? true),
            var other => throw input.Wrong(other ?? "trigger", "is no trigger", TriggerHelp),
        };
        input.End();
        return trigger;
    }

    private FlowStep Step(ControlInput input)
    {
        FlowStep step = input.Names.FirstOrDefault() switch
        {
            "changeScore" => new FlowStep.ChangeScore(input.RequiredWhole("changeScore", int.MinValue, int.MaxValue, "write by how much")),
            "changeDataValue" => new FlowStep.ChangeDataValue(input.RequiredText("changeDataValue", "write the field's REST name"), input.Scalar("value")),
            "changeProgramStatus" => new FlowStep.ChangeProgramStatus(Program(input, "changeProgramStatus"), input.RequiredText("status", "write a status of the program's channel")),
            "deleteFromProgram" => new FlowStep.DeleteFromProgram(Program(input, "deleteFromProgram")),
            "addToList" => List(input, "addToList") is var list ? new FlowStep.AddToList(list, instance.Lists.First(one => one.Id == list).Name) : throw new System.Diagnostics.UnreachableException(),
            "removeFromList" => new FlowStep.RemoveFromList(List(input, "removeFromList")),
            "interestingMoment" => new FlowStep.InterestingMoment(input.RequiredText("interestingMoment", "write its type: Milestone, Email, Web"), input.RequiredText("description", "write what happened")),
            "sendEmail" => new FlowStep.SendEmail(Email(input, "sendEmail")),
            "wait" => new FlowStep.Wait(input.Duration("wait")!.Value),
            "requestCampaign" => new FlowStep.RequestCampaign(NamedAssets.Asset(input, "requestCampaign", instance.SmartCampaigns, one => one.Id, one => one.Name)),
            "callWebhook" => new FlowStep.CallWebhook(Webhook(input)),
            "changeStream" => new FlowStep.ChangeStream(Program(input, "changeStream"), input.RequiredWhole("stream", 1, int.MaxValue, "write the stream's id")),
            "changeCadence" => new FlowStep.ChangeCadence(Program(input, "changeCadence"), input.Word("cadence", "norm", "paus") ?? throw input.Missing("cadence", "write norm or paus")),
            var other => throw input.Wrong(other ?? "step", "is no flow step",
                "write changeScore, changeDataValue, changeProgramStatus, deleteFromProgram, addToList, removeFromList, interestingMoment, sendEmail, wait, requestCampaign, callWebhook, changeStream or changeCadence first"),
        };
        input.End();
        return step;
    }

    private static MarketoWebhook Webhook(ControlInput input) => new(input.RequiredText("callWebhook", "write the webhook's name"), input.RequiredText("url", "write its address"))
    {
        Method = input.Word("method", "GET", "POST") ?? "POST",
        Body = input.Text("body") ?? "",
        Mapping = input.Fields("mapping").ToDictionary(entry => entry.Key, entry => Convert.ToString(entry.Value, CultureInfo.InvariantCulture) ?? "", StringComparer.Ordinal),
    };

    private static decimal Number(ControlInput input, string name) =>
        decimal.TryParse(input.Scalar(name), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : throw input.Wrong(name, "is no number", "write a number");

    private int List(ControlInput input, string name) => NamedAssets.Asset(input, name, instance.Lists, list => list.Id, list => list.Name);

    private int Program(ControlInput input, string name) => NamedAssets.Asset(input, name, instance.Programs, program => program.Id, program => program.Name);

    private int Email(ControlInput input, string name) => NamedAssets.Asset(input, name, instance.Emails, email => email.Id, email => email.Name);
}
