using SfMarketo.MarketoSim.Engagement;
using SfMarketo.MarketoSim.Instance;

namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>Takes one person through the steps of a flow, as the campaign's own doing.</summary>
internal sealed class FlowRunner(MarketoInstance instance)
{
    /// <param name="campaign">The campaign.</param>
    /// <param name="personId">The person.</param>
    /// <param name="first">Place of the first step to take.</param>
    /// <param name="call">The call behind it, or 0.</param>
    /// <param name="at">Microseconds since 1970 UTC.</param>
    /// <param name="tokens">What the request set, by name without <c>my.</c>.</param>
    public void Run(MarketoCampaign campaign, int personId, int first, long call, long at, IReadOnlyDictionary<string, string> tokens)
    {
        var context = ChangeContext.Campaign(call, at, campaign.Id, campaign.Name);
        if (first == 0)
        {
            instance.Store.CampaignMembers.Add(campaign.Id, personId, at);
        }

        for (var place = first; place < campaign.FlowSteps.Count; place++)
        {
            if (instance.Store.People.FindLive(personId) is not { } row)
            {
                return;
            }

            if (campaign.FlowSteps[place] is FlowStep.Wait(var span))
            {
                instance.Store.Flows.Add(new DueStep.FlowGoesOn(at + span.Ticks / TimeSpan.TicksPerMicrosecond, personId, campaign.Id, place + 1, call, tokens));
                return;
            }

            Take(campaign.FlowSteps[place], row, campaign, tokens, context);
        }
    }

    private void Take(FlowStep step, PersonRow row, MarketoCampaign campaign, IReadOnlyDictionary<string, string> tokens, in ChangeContext context)
    {
        var assets = instance.Assets;
        switch (step)
        {
            case FlowStep.ChangeDataValue(var field, var value):
                instance.Writer.Update(row, [Value(field, value is string text ? FlowTokens.Fill(instance, text, campaign, row, tokens) : value)], context);
                break;
            case FlowStep.ChangeScore(var change):
                var score = instance.Schema.LeadScore;
                var now = (row.Values[score.Number] as int? ?? 0) + change;
                instance.Writer.Update(row, [new FieldValue(score, Boxes.Of(now))], context, scoreStep: true);
                break;
            case FlowStep.ChangeProgramStatus(var programId, var status):
                if (assets.FindProgram(programId) is { } program && assets.FindStatus(program, status) is { } next)
                {
                    instance.MemberWriter.SetStatus(program, row.Id, next, context);
                }

                break;
            case FlowStep.DeleteFromProgram(var programId):
                if (assets.FindProgram(programId) is { } left)
                {
                    instance.MemberWriter.Remove(left, row.Id, context);
                }

                break;
            case FlowStep.AddToList(var listId, _):
                if (assets.FindList(listId) is { } list)
                {
                    instance.ListWriter.Add(list, row.Id, context);
                }

                break;
            case FlowStep.RemoveFromList(var listId):
                if (assets.FindList(listId) is { } from)
                {
                    instance.ListWriter.Remove(from, row.Id, context);
                }

                break;
            case FlowStep.InterestingMoment(var type, var description):
                instance.Engagement.InterestingMoment(row.Id, type, FlowTokens.Fill(instance, description, campaign, row, tokens), context);
                break;
            case FlowStep.SendEmail(var emailId):
                if (assets.FindEmail(emailId) is { } email && !(campaign.BlocksNonOperational && CommunicationLimits.Reached(instance, row.Id, email, context.At)))
                {
                    instance.Engagement.Send(row, email, context);
                }

                break;
            case FlowStep.RequestCampaign(var campaignId):
                if (assets.FindCampaign(campaignId) is { Active: true, Requestable: true } requested)
                {
                    instance.Store.Activities.Append(new ActivityEntry(context.At, row.Id, ActivityTypes.RequestCampaign, requested.Id, context.CampaignId, requested.Name, [context.Source]));
                    instance.Campaigns.Requested(row.Id, requested.Id, context);
                }

                break;
            case FlowStep.ChangeStream(var programId, var stream):
                if (assets.FindProgram(programId) is { } streams)
                {
                    instance.Nurture.ChangeStream(streams, row.Id, stream, context);
                }

                break;
            case FlowStep.ChangeCadence(var programId, var cadence):
                if (assets.FindProgram(programId) is { } engagement)
                {
                    instance.Nurture.ChangeCadence(engagement, row.Id, cadence, context);
                }

                break;
            case FlowStep.CallWebhook(var webhook):
                instance.Webhooks.Call(webhook, campaign, row, tokens, context);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>A text that a token made and that the field does not take clears nothing: the value stays as it is written in the step, or the field without one.</summary>
    private FieldValue Value(string name, object? value)
    {
        try
        {
            return instance.Convert(name, value);
        }
        catch (ArgumentException)
        {
            return instance.Convert(name, null);
        }
    }
}
