using System.Text.Json;
using SfMarketo.Kernel.Control;
using SfMarketo.MarketoSim.Engagement;

namespace SfMarketo.MarketoSim.Control;

/// <summary>Defines what Marketo's API cannot: smart lists and flows of campaigns, e-mails, forms. An asset of the same id or name is replaced.</summary>
internal static class DefinitionActions
{
    public static IReadOnlyList<ControlAction> Of(MarketoInstance instance) =>
    [
        new("defineCampaign",
            """{"name": "Welcome", "requestable": true, "filters": [{"field": "country", "is": "Austria"}], "flow": [{"wait": "P1D"}, {"sendEmail": "Spring Launch"}, {"changeScore": 5}]}""",
            (input, json) => Campaign(instance, input, json)),
        new("defineEmail", """{"name": "Welcome", "subject": "Hello", "opens": 0.4, "clicks": 0.1}, id, operational, links and the other shares of sendEmailToList optional""", (input, json) => Email(instance, input, json)),
        new("defineForm", """{"name": "Contact Us", "fields": ["email", "phone"]}, id and webpage optional""", (input, json) => Form(instance, input, json)),
    ];

    private static void Campaign(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var campaign = new CampaignReader(instance).Read(input);
        try
        {
            instance.DefineCampaign(campaign);
        }
        catch (ArgumentException wrong)
        {
            throw input.Wrong("flow", "or the smart list does not fit the instance: " + wrong.Message, "name fields, statuses and assets that there are");
        }

        json.WriteNumber("campaign"u8, campaign.Id);
    }

    private static void Email(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var name = input.RequiredText("name", "write the e-mail's name");
        var id = Id(input, instance.Emails, email => email.Id, email => email.Name, name, 4001);
        var rates = RatesInput.Read(input, MailingRates.None);
        var email = new MarketoEmail(id, name)
        {
            Subject = input.Text("subject") ?? "",
            Operational = input.Flag("operational") ?? false,
            Rates = rates == MailingRates.None ? null : rates,
            Links = input.Texts("links"),
        };
        input.End();
        instance.DefineEmail(email);
        json.WriteNumber("email"u8, id);
    }

    private static void Form(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var name = input.RequiredText("name", "write the form's name");
        var id = Id(input, instance.Forms, form => form.Id, form => form.Name, name, 6001);
        var form = new MarketoForm(id, name) { Fields = input.Texts("fields"), WebpageId = input.Whole("webpage", 1, int.MaxValue) ?? 0 };
        input.End();
        instance.DefineForm(form);
        json.WriteNumber("form"u8, id);
    }

    /// <summary>The id that was written, else that of the asset of the name, else a new one.</summary>
    internal static int Id<T>(ControlInput input, IReadOnlyCollection<T> all, Func<T, int> id, Func<T, string> name, string wanted, int first) =>
        input.Whole("id", 1, int.MaxValue) ?? all.Where(one => name(one) == wanted).Select(one => (int?)id(one)).FirstOrDefault() ?? Math.Max(first, all.Select(id).DefaultIfEmpty(0).Max() + 1);
}
