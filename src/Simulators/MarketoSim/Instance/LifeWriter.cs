namespace SfMarketo.MarketoSim.Instance;

/// <summary>Activities that programs, campaigns and the CRM write beside what they change: nurture, webhooks, opportunities, pages.</summary>
/// <remarks>Source of the attributes: Adobe's event list, shared/reference/marketo.md section 6.1. The caller has made the change and its commit.</remarks>
internal static class LifeWriter
{
    /// <summary>Add to Nurture (113): the person is in an engagement program's track.</summary>
    public static long AddToNurture(MarketoStore store, int personId, int programId, string program, int trackId, string track, in ChangeContext context) =>
        Write(store, ActivityTypes.AddToNurture, personId, programId, program, context, trackId, track);

    /// <summary>Change Nurture Track (114).</summary>
    public static long ChangeNurtureTrack(MarketoStore store, int personId, int programId, string program, (int Id, string Name) from, (int Id, string Name) to, in ChangeContext context) =>
        Write(store, ActivityTypes.ChangeNurtureTrack, personId, programId, program, context, from.Id, from.Name, to.Id, to.Name);

    /// <summary>Change Nurture Cadence (115).</summary>
    public static long ChangeNurtureCadence(MarketoStore store, int personId, int programId, string program, string cadence, in ChangeContext context) =>
        Write(store, ActivityTypes.ChangeNurtureCadence, personId, programId, program, context, cadence);

    /// <summary>Call Webhook (110).</summary>
    public static long CallWebhook(MarketoStore store, int personId, int webhookId, string webhook, string? errorType, string? response, in ChangeContext context) =>
        Write(store, ActivityTypes.CallWebhook, personId, webhookId, webhook, context, errorType, response);

    /// <summary>Push Lead to Marketo (145).</summary>
    public static long PushLead(MarketoStore store, int personId, int programId, string? program, string? source, string? reason, in ChangeContext context) =>
        Write(store, ActivityTypes.PushLead, personId, programId, program, context, source, reason);

    /// <summary>Any type; the attributes in the order of <see cref="ActivityTypes"/>, each null, text, int or bool.</summary>
    /// <returns>The activity's id.</returns>
    public static long Write(MarketoStore store, int type, int personId, int primaryId, string? primary, in ChangeContext context, params object?[] attributes)
    {
        store.Activities.Append(new ActivityEntry(context.At, personId, type, primaryId, context.CampaignId, primary, attributes));
        return ActivityLog.IdOf(store.Activities.Count - 1);
    }
}
