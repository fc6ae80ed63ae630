using System.Text.Json;
using SfMarketo.Kernel.Control;
using SfMarketo.MarketoSim.Engagement;
using SfMarketo.MarketoSim.Leads;

namespace SfMarketo.MarketoSim.Control;

/// <summary>What people do with e-mails and forms.</summary>
internal static class EngagementActions
{
    public static IReadOnlyList<ControlAction> Of(MarketoInstance instance) =>
    [
        new("sendEmail", """{"person": 1017, "email": "Spring Launch"}""", (input, json) => Send(instance, input, json)),
        new("sendEmailToList", """{"list": "Newsletter Subscribers", "email": "Spring Launch", "opens": 0.2, "clicks": 0.13}, the shares optional, also hardBounces, softBounces, unsubscribes, botOpens, botClicks""", (input, json) => SendToList(instance, input, json)),
        new("bounceEmail", """{"person": 1017, "email": "Spring Launch", "soft": false}, soft optional""", (input, json) => Bounce(instance, input, json)),
        new("openEmail", """{"person": 1017, "email": "Spring Launch", "bot": false}, bot optional""", (input, json) => Open(instance, input, json)),
        new("clickEmail", """{"person": 1017, "email": "Spring Launch", "link": "https://www.example.com/demo", "bot": false}, bot optional""", (input, json) => Click(instance, input, json)),
        new("fillOutForm", """{"person": 1017, "form": "Contact Us", "fields": {"phone": "..."}}, fields optional""", (input, json) => Fill(instance, input, json)),
        new("visitPage", """{"cookie": "id:123-ABC-456&token:_mch-example.com-1428453462111-66666", "page": "Pricing"}""", (input, json) => Visit(instance, input, json)),
        new("unsubscribe", """{"person": 1017, "email": "Spring Launch", "reason": "too many"}, email and reason optional""", (input, json) => Unsubscribe(instance, input, json)),
    ];

    private static void Send(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var person = NamedAssets.Person(instance, input);
        var email = Email(instance, input);
        input.End();
        PersonActions.Answer(json, instance.SendEmail(person, email));
    }

    /// <summary>Shares left out are those of the e-mail, or else the usual ones.</summary>
    private static void SendToList(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var list = NamedAssets.Asset(input, "list", instance.Lists, list => list.Id, list => list.Name);
        var email = Email(instance, input);
        var own = instance.Emails.First(asset => asset.Id == email).Rates ?? MailingRates.Usual;
        var rates = RatesInput.Read(input, own);
        input.End();
        json.WriteNumber("sent"u8, instance.SendEmailToList(list, email, rates));
    }

    private static void Bounce(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var person = NamedAssets.Person(instance, input);
        var email = Email(instance, input);
        var soft = input.Flag("soft") ?? false;
        input.End();
        PersonActions.Answer(json, instance.BounceEmail(person, email, soft));
    }

    private static void Open(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var person = NamedAssets.Person(instance, input);
        var email = Email(instance, input);
        var bot = input.Flag("bot") ?? false;
        input.End();
        PersonActions.Answer(json, instance.OpenEmail(person, email, bot));
    }

    private static void Click(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var person = NamedAssets.Person(instance, input);
        var email = Email(instance, input);
        var link = input.RequiredText("link", "write the address that was clicked");
        var bot = input.Flag("bot") ?? false;
        input.End();
        PersonActions.Answer(json, instance.ClickEmail(person, email, link, bot));
        json.WriteString("mktToken"u8, MktToken.Of(instance, person));
    }

    private static void Fill(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var person = NamedAssets.Person(instance, input);
        var form = NamedAssets.Asset(input, "form", instance.Forms, form => form.Id, form => form.Name);
        var fields = input.Fields("fields");
        input.End();
        PersonActions.Answer(json, instance.FillOutForm(person, form, fields));
    }

    private static void Visit(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var cookie = input.RequiredText("cookie", "write the value of a Munchkin cookie");
        var page = input.RequiredText("page", "write the page's name");
        input.End();
        json.WriteNumber("person"u8, instance.VisitPage(cookie, page));
    }

    private static void Unsubscribe(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var person = NamedAssets.Person(instance, input);
        var email = NamedAssets.Find(input, "email", instance.Emails, email => email.Id, email => email.Name);
        var reason = input.Text("reason") ?? "";
        input.End();
        PersonActions.Answer(json, instance.Unsubscribe(person, email, reason));
    }

    private static int Email(MarketoInstance instance, ControlInput input) =>
        NamedAssets.Asset(input, "email", instance.Emails, email => email.Id, email => email.Name);
}
