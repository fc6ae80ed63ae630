namespace SfMarketo.MarketoSim.Campaigns;

/// <summary>One step of a campaign's flow.</summary>
public abstract record FlowStep
{
    private FlowStep()
    {
    }

    /// <summary>Sets a field by its REST name; writes activity 13.</summary>
    public sealed record ChangeDataValue(string Field, object? Value) : FlowStep;

    /// <summary>Adds to leadScore; writes activity 22.</summary>
    public sealed record ChangeScore(int Change) : FlowStep;

    /// <summary>Makes the person a member of a program, or moves it forward; writes activity 104.</summary>
    public sealed record ChangeProgramStatus(int ProgramId, string Status) : FlowStep;

    /// <summary>Ends the person's membership of a program.</summary>
    public sealed record DeleteFromProgram(int ProgramId) : FlowStep;

    /// <summary>Adds to a static list; writes activity 24. A list that the options do not have is made with this name.</summary>
    public sealed record AddToList(int ListId, string ListName) : FlowStep;

    /// <summary>Takes off a static list; writes activity 25.</summary>
    public sealed record RemoveFromList(int ListId) : FlowStep;

    /// <summary>Writes activity 46.</summary>
    /// <param name="Type">Milestone, Email, Web, ...</param>
    /// <param name="Description">What happened, in words.</param>
    public sealed record InterestingMoment(string Type, string Description) : FlowStep;

    /// <summary>Sends an e-mail; writes activities 6 and 7. Nobody without an address or unsubscribed gets one, unless it is operational.</summary>
    public sealed record SendEmail(int EmailId) : FlowStep;

    /// <summary>The person goes on with the next step so much later, by the clock.</summary>
    public sealed record Wait(TimeSpan Time) : FlowStep;

    /// <summary>Asks the person into another campaign that can be requested; writes activity 47.</summary>
    public sealed record RequestCampaign(int CampaignId) : FlowStep;

    /// <summary>Calls a webhook; writes activity 110 when its answer is there.</summary>
    public sealed record CallWebhook(MarketoWebhook Webhook) : FlowStep;

    /// <summary>Moves a member of an engagement program to another stream; writes activity 114.</summary>
    public sealed record ChangeStream(int ProgramId, int StreamId) : FlowStep;

    /// <summary>Pauses a member of an engagement program (<c>paus</c>) or goes on (<c>norm</c>); writes activity 115.</summary>
    public sealed record ChangeCadence(int ProgramId, string Cadence) : FlowStep;
}
