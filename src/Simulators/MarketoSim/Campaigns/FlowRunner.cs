using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>Takes one person through the steps of a flow, as the campaign's own doing.</summary>
internal sealed class FlowRunner(MarketoInstance instance)
{
    public void Run(MarketoCampaign campaign, int personId, long call, long at)
    {
        var context = ChangeContext.Campaign(call, at, campaign.Id, campaign.Name);
        instance.Store.CampaignMembers.Add(campaign.Id, personId, at);
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
            case FlowStep.DeleteFromProgram(var programId):
                instance.MemberWriter.Remove(instance.Assets.FindProgram(programId)!, row.Id, context);
                break;
            case FlowStep.AddToList(var listId, _):
                instance.ListWriter.Add(instance.Assets.FindList(listId)!, row.Id, context);
                break;
            case FlowStep.RemoveFromList(var listId):
                instance.ListWriter.Remove(instance.Assets.FindList(listId)!, row.Id, context);
                break;
            case FlowStep.InterestingMoment(var type, var description):
                instance.Engagement.InterestingMoment(row.Id, type, description, context);
                break;
            case FlowStep.SendEmail(var emailId):
                instance.Engagement.Send(row, instance.Assets.FindEmail(emailId)!, context);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
