using SfMarketo.Kernel.Recording;

namespace SfMarketo.MarketoSim.Instance;

/// <summary>Who changes something, when, and what the activity log says about it.</summary>
/// <param name="Call">The call, or 0.</param>
/// <param name="At">Microseconds since 1970 UTC.</param>
/// <param name="Actor">For the commit log.</param>
/// <param name="Cause">For the commit log: client id, human action, campaign.</param>
/// <param name="Source">The activities' Source attribute: <c>Web service API</c> for REST, the echo test by source.</param>
/// <param name="Reason">The activities' Reason attribute.</param>
/// <param name="CampaignId">The smart campaign, or 0.</param>
internal readonly record struct ChangeContext(long Call, long At, Actor Actor, string Cause, string Source, string Reason, int CampaignId = 0)
{
    private const string Rest = "Web service API";
    private const string Screen = "Marketo";
    private const string FormFillout = "Web form fillout";

    /// <summary>The write is a client's own, not a form's or a campaign's.</summary>
    public bool IsApi => ReferenceEquals(Source, Rest);

    public static ChangeContext Client(long call, long at, string clientId) => new(call, at, Actor.Client, clientId, Rest, Rest);

    public static ChangeContext Human(long at, string cause) => new(0, at, Actor.Human, cause, Screen, cause);

    /// <summary>A person at a web form: the evidence of an own will.</summary>
    public static ChangeContext Form(long at, string cause, string form) => new(0, at, Actor.Human, cause, FormFillout, "Form: " + form);

    /// <summary>A form that a client submits for somebody.</summary>
    public ChangeContext AsForm(string form) => this with { Source = FormFillout, Reason = "Form: " + form };

    public static ChangeContext Campaign(long call, long at, int campaignId, string name) =>
        new(call, at, Actor.Rule, name, "Campaign", "Campaign: " + name, campaignId);
}
