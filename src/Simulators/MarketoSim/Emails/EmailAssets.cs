using SfMarketo.MarketoSim.Calls;
using SfMarketo.MarketoSim.Engagement;

namespace SfMarketo.MarketoSim.Emails;

/// <summary>Reads of e-mails: browse, by id, by name. What is asked for with a <c>status</c> is the version of that status.</summary>
internal static class EmailAssets
{
    public static void Answer(MarketoCall call)
    {
        var page = call.ReadPage();
        var folder = call.OptionalPlace("folder");
        var inSpan = call.ReadSpan();
        Write(call, call.Instance.Assets.Emails.Where(email => inSpan(email) && (folder is null || email.Place == folder)), page);
    }

    public static void AnswerByName(MarketoCall call)
    {
        var name = call.Required("name");
        var folder = call.OptionalPlace("folder");
        Write(call, call.Instance.Assets.Emails.Where(email => email.Name == name && (folder is null || email.Place == folder)), (0, AssetAnswers.MaxReturn));
    }

    public static void AnswerOne(MarketoCall call)
    {
        var status = call.OptionalStatus();
        var email = call.FindOrNull(call.Instance.Assets.Emails);
        call.WriteAsset(email is not null && Has(email, status) ? email : null, (at, one) => WriteOne(at, one, status ?? StatusOf(one)));
    }

    /// <summary>Whether there is a version of a status; null is any.</summary>
    public static bool Has(MarketoEmail email, AssetStatus? status) => status switch
    {
        AssetStatus.Approved => email.IsApproved,
        AssetStatus.Draft => email.HasDraft,
        _ => true,
    };

    /// <summary>The status of the version that is shown when none is named: the approved one before the draft.</summary>
    public static AssetStatus StatusOf(MarketoEmail email) => email.IsApproved ? AssetStatus.Approved : AssetStatus.Draft;

    private static void Write(MarketoCall call, IEnumerable<MarketoEmail> emails, (int Offset, int Size) page)
    {
        var status = call.OptionalStatus();
        call.WriteAssets(emails.Where(email => Has(email, status)).Skip(page.Offset).Take(page.Size), (at, email) => WriteOne(at, email, status ?? StatusOf(email)));
    }

    private static void WriteOne(MarketoCall call, MarketoEmail email, AssetStatus status)
    {
        var json = call.Json;
        json.WriteStartObject();
        call.WriteCommon(email);
        json.WriteString("url"u8, AssetAnswers.Url("EM", email.Id));
        WriteHeader(call, "subject"u8, email.Subject);
        WriteHeader(call, "fromName"u8, email.FromName);
        WriteHeader(call, "fromEmail"u8, email.FromEmail);
        WriteHeader(call, "replyEmail"u8, email.ReplyEmail);
        call.WriteNamedPlace(email.Place);
        json.WriteBoolean("operational"u8, email.Operational);
        json.WriteBoolean("textOnly"u8, false);
        json.WriteBoolean("publishToMSI"u8, false);
        json.WriteBoolean("webView"u8, false);
        json.WriteString("status"u8, status.Word());
        json.WriteNumber("template"u8, email.TemplateId);
        json.WriteBoolean("isOpenTrackingDisabled"u8, false);
        json.WriteNumber("version"u8, 2);
        json.WriteBoolean("autoCopyToText"u8, false);
        json.WriteNull("ccFields"u8);
        json.WriteNull("preHeader"u8);
        json.WriteEndObject();
    }

    private static void WriteHeader(MarketoCall call, ReadOnlySpan<byte> name, string value)
    {
        call.Json.WriteStartObject(name);
        call.Json.WriteString("type"u8, EmailContent.TextType);
        call.Json.WriteString("value"u8, value);
        call.Json.WriteEndObject();
    }
}
