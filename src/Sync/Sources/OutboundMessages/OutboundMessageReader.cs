using System.Xml;

namespace SfMarketo.Sync.Sources.OutboundMessages;

/// <summary>Reads an outbound message as it arrives, and refuses whatever is not one.</summary>
/// <remarks>Source: SOAP API Developer Guide, "Outbound Messaging", and the WSDL that Setup gives out for a message: the order of the elements is fixed.</remarks>
internal static class OutboundMessageReader
{
    private const int MostNotifications = 100;

    private const string Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    private const string Outbound = "http://soap.sforce.com/2005/09/outbound";
    private const string Records = "urn:sobject.enterprise.soap.sforce.com";

    /// <exception cref="OutboundRefusedException">It is no outbound message.</exception>
    public static async Task<OutboundMessage> ReadAsync(Stream body)
    {
        using var xml = new OutboundXml(body);
        try
        {
            await xml.StartAsync();
            return await EnvelopeAsync(xml);
        }
        catch (XmlException)
        {
            throw new OutboundRefusedException(OutboundRefusal.NotXml, "This is no well-formed XML, or it has a document type.");
        }
    }

    private static async Task<OutboundMessage> EnvelopeAsync(OutboundXml xml)
    {
        xml.Require("Envelope", Soap);
        var inside = await xml.EnterAsync();
        if (inside && xml.Is("Header", Soap))
        {
            await xml.SkipAsync();
            inside = await xml.OnElementAsync();
        }

        if (!inside || !xml.Is("Body", Soap) || !await xml.EnterAsync() || !xml.Is("notifications", Outbound) || !await xml.EnterAsync())
        {
            throw OutboundXml.NotAMessage("it has no notifications");
        }

        var message = await NotificationsAsync(xml);
        if (await xml.OnElementAsync() || await xml.OnElementAsync())
        {
            throw OutboundXml.NotAMessage("something follows the notifications");
        }

        await xml.EndAsync();
        return message;
    }

    private static async Task<OutboundMessage> NotificationsAsync(OutboundXml xml)
    {
        xml.Require("OrganizationId", Outbound);
        var organization = await xml.ReadIdAsync();
        await NextAsync(xml);
        xml.Require("ActionId", Outbound);
        await xml.ReadIdAsync();
        await NextAsync(xml);
        foreach (var name in new[] { "SessionId", "EnterpriseUrl", "PartnerUrl" })
        {
            // A session could be used to call the API: it is not even read.
            if (xml.Is(name, Outbound))
            {
                await xml.SkipAsync();
                await NextAsync(xml);
            }
        }

        var notifications = new List<OutboundNotification>();
        string? kind = null;
        do
        {
            xml.Require("Notification", Outbound);
            if (notifications.Count == MostNotifications)
            {
                throw new OutboundRefusedException(OutboundRefusal.TooLarge, "The message has more than 100 notifications.");
            }

            var (notification, type) = await NotificationAsync(xml);
            if (type is not null && kind is not null && type != kind)
            {
                throw OutboundXml.NotAMessage("its records are of more than one object");
            }

            kind ??= type;
            notifications.Add(notification);
        }
        while (await xml.OnElementAsync());
        return new OutboundMessage(organization, kind, notifications);
    }

    private static async Task<(OutboundNotification Notification, string? Object)> NotificationAsync(OutboundXml xml)
    {
        if (!await xml.EnterAsync())
        {
            throw OutboundXml.NotAMessage("a notification is empty");
        }

        xml.Require("Id", Outbound);
        var id = await xml.ReadIdAsync();
        if (!await xml.OnElementAsync())
        {
            return (new OutboundNotification(id, default), null); // deleted before it was sent
        }

        xml.Require("sObject", Outbound);
        var type = xml.TypeIn(Records);
        var record = default(SalesforceId);
        if (await xml.EnterAsync())
        {
            xml.Require("Id", Records);
            record = await xml.ReadIdAsync();
            while (await xml.OnElementAsync())
            {
                await xml.SkipAsync();
            }
        }

        if (await xml.OnElementAsync())
        {
            throw OutboundXml.NotAMessage("a notification has more than its record");
        }

        if (!record.IsEmpty && (type is null || !OutboundObjects.Fits(type, record)))
        {
            throw OutboundXml.NotAMessage("a record's type is missing or does not fit its id");
        }

        return (new OutboundNotification(id, record), record.IsEmpty ? null : type);
    }

    private static async Task NextAsync(OutboundXml xml)
    {
        if (!await xml.OnElementAsync())
        {
            throw OutboundXml.NotAMessage("it has no notifications");
        }
    }
}
