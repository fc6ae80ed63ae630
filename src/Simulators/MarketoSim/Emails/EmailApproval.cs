using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Engagement;

namespace SfMarketo.MarketoSim.Emails;

/// <summary>Approves, unapproves and discards. What the e-mail's state does not allow is 709.</summary>
internal static class EmailApproval
{
    /// <summary>Needs a draft, and subject, from name, from address and reply address.</summary>
    public static void Approve(MarketoCall call)
    {
        var email = call.Find(call.Instance.Assets.Emails);
        if (!email.HasDraft)
        {
            throw Broken($"E-mail '{email.Name}' has no draft");
        }

        if (Blank(email) is { } blank)
        {
            throw Broken($"{blank} of e-mail '{email.Name}' is blank");
        }

        Store(call, email, email with { IsApproved = true, Sections = email.Draft ?? email.Sections, Draft = null });
    }

    public static void Unapprove(MarketoCall call)
    {
        var email = call.Find(call.Instance.Assets.Emails);
        if (!email.IsApproved)
        {
            throw Broken($"E-mail '{email.Name}' is not approved");
        }

        Store(call, email, email with { IsApproved = false, Sections = email.Draft ?? email.Sections, Draft = null });
    }

    /// <summary>Ends the draft beside an approved version; an e-mail that has only the one or only the other stays.</summary>
    public static void Discard(MarketoCall call)
    {
        var email = call.Find(call.Instance.Assets.Emails);
        if (email.Draft is null)
        {
            throw Broken($"E-mail '{email.Name}' has no draft beside an approved version");
        }

        Store(call, email, email with { Draft = null });
    }

    /// <summary>Keeps the e-mail and answers with its id.</summary>
    public static void Store(MarketoCall call, MarketoEmail before, MarketoEmail after)
    {
        call.Instance.AssetWriter.Update(call.Instance.Assets.Emails, before, after with { UpdatedAt = call.Sim.Now }, call.Context);
        call.WriteId(after.Id);
    }

    private static string? Blank(MarketoEmail email) => email switch
    {
        { Subject: "" } => "Subject",
        { FromName: "" } => "From name",
        { FromEmail: "" } => "From e-mail",
        { ReplyEmail: "" } => "Reply e-mail",
        _ => null,
    };

    private static AssetException Broken(string rule) => new(MarketoErrors.BusinessRule(rule));
}
