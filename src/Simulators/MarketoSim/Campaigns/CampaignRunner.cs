using SfMarketo.Kernel.Recording;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>Takes people through a campaign's flow, at once. Marketo does so seconds later; here the instant is the request's, so that runs have one order.</summary>
internal sealed class CampaignRunner(MarketoInstance instance)
{
    public void Run(MarketoCampaign campaign, int personId, long call, long at)
    {
        var context = ChangeContext.Campaign(call, at, campaign.Id, campaign.Name);
        foreach (var step in campaign.FlowSteps)
        {
            if (instance.Store.People.FindLive(personId) is { } row)
            {
                Take(step, row, context);
            }
        }
    }

    private void Take(FlowStep step, PersonRow row, in ChangeContext context)
    {
        switch (step)
        {
            case FlowStep.ChangeDataValue(var field, var value):
                instance.Writer.Update(row, [instance.Convert(field, value)], context);
                break;
            case FlowStep.ChangeScore(var change):
                var score = instance.Schema.LeadScore;
                var now = (row.Values[score.Number] as int? ?? 0) + change;
                instance.Writer.Update(row, [new FieldValue(score, Boxes.Of(now))], context, scoreStep: true);
                break;
            case FlowStep.ChangeProgramStatus(var programId, var status):
                var program = instance.Assets.FindProgram(programId)!;
                instance.MemberWriter.SetStatus(program, row.Id, instance.Assets.FindStatus(program, status)!, context);
                break;
            case FlowStep.AddToList(var listId, var listName):
                AddToList(listId, listName, row.Id, context);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void AddToList(int listId, string listName, int personId, in ChangeContext context)
    {
        if (!instance.Store.Lists.Add(listId, personId))
        {
            return;
        }

        instance.Recorder.Commit(context.Call, context.At, "ListMember", $"{listId}/{personId}", "create", context.Actor, context.Cause,
            [new FieldChange("listId", null, listId), new FieldChange("personId", null, personId)]);
        instance.Store.Activities.Append(new ActivityEntry(context.At, personId, ActivityTypes.AddToList, listId, context.CampaignId, listName, [context.Source]));
    }
}
