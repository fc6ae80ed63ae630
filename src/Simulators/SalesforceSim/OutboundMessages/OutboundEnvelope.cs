using System.Globalization;
using System.Text;
using System.Xml;
using SfMarketo.Kernel.Recording;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.SalesforceSim.OutboundMessages;

/// <summary>Writes a message as it goes over the wire, with the line breaks of the vendor's (salesforce-data.md section 6.1).</summary>
/// <param name="organizationId">18 characters.</param>
/// <param name="instanceUrl">Without trailing slash.</param>
/// <param name="nullFieldsOmitted">Empty fields are left out; otherwise they are <c>xsi:nil</c>.</param>
internal sealed class OutboundEnvelope(string organizationId, string instanceUrl, bool nullFieldsOmitted)
{
    private const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";
    private const string Objects = "urn:sobject.enterprise.soap.sforce.com";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize };

    /// <param name="message">The message.</param>
    /// <param name="store">The rows as they are now.</param>
    /// <param name="sessionId">Null when the definition sends none.</param>
    /// <returns>The body, and what of which row is in it.</returns>
    public (byte[] Body, IReadOnlyList<NotificationItem> Items) Write(OutboundMessage message, OrgStore store, string? sessionId)
    {
        var output = new MemoryStream(1024);
        output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"u8);
        var items = new List<NotificationItem>(message.Notifications.Count);
        using (var xml = XmlWriter.Create(output, Settings))
        {
            WriteHead(xml, message.Target, sessionId);
            foreach (var notification in message.Notifications)
            {
                items.Add(WriteNotification(xml, message.Target, notification, store[message.Target.Type].Find(notification.RowId)));
            }

            xml.WriteWhitespace("\n  ");
            xml.WriteEndElement();
            xml.WriteWhitespace("\n ");
            xml.WriteEndElement();
            xml.WriteWhitespace("\n");
            xml.WriteEndElement();
        }

        return (output.ToArray(), items);
    }

    private void WriteHead(XmlWriter xml, OutboundTarget target, string? sessionId)
    {
        xml.WriteStartElement("soapenv", "Envelope", OutboundAnswer.Soap);
        xml.WriteAttributeString("xmlns", "soapenv", null, OutboundAnswer.Soap);
        xml.WriteAttributeString("xmlns", "xsd", null, "http://www.w3.org/2001/XMLSchema");
        xml.WriteAttributeString("xmlns", "xsi", null, Xsi);
        xml.WriteWhitespace("\n ");
        xml.WriteStartElement("soapenv", "Body", OutboundAnswer.Soap);
        xml.WriteWhitespace("\n  ");
        xml.WriteStartElement("notifications", OutboundAnswer.Outbound);
        WriteLine(xml, "OrganizationId", organizationId);
        WriteLine(xml, "ActionId", target.ActionId);
        if (sessionId is null)
        {
            // The writer would put a space before the slash.
            xml.WriteWhitespace("\n   ");
            xml.WriteRaw("<SessionId xsi:nil=\"true\"/>");
        }
        else
        {
            WriteLine(xml, "SessionId", sessionId);
        }

        var version = target.Definition.ApiVersion.ToString(CultureInfo.InvariantCulture);
        WriteLine(xml, "EnterpriseUrl", $"{instanceUrl}/services/Soap/c/{version}.0/{organizationId[..15]}");
        WriteLine(xml, "PartnerUrl", $"{instanceUrl}/services/Soap/u/{version}.0/{organizationId[..15]}");
    }

    private NotificationItem WriteNotification(XmlWriter xml, OutboundTarget target, OutboundNotification notification, SRow? row)
    {
        xml.WriteWhitespace("\n   ");
        xml.WriteStartElement("Notification", OutboundAnswer.Outbound);
        xml.WriteWhitespace("\n    ");
        xml.WriteElementString("Id", OutboundAnswer.Outbound, notification.Id);
        xml.WriteWhitespace("\n    ");
        var live = row is { Deleted: false };
        if (live)
        {
            WriteRow(xml, target, row!);
        }
        else
        {
            xml.WriteRaw("<sObject xsi:nil=\"true\"/>");
        }

        xml.WriteWhitespace("\n   ");
        xml.WriteEndElement();
        return new NotificationItem(notification.Id, target.Type.Name, notification.RowId, live ? row!.Version : 0);
    }

    private void WriteRow(XmlWriter xml, OutboundTarget target, SRow row)
    {
        xml.WriteStartElement("sObject", OutboundAnswer.Outbound);
        xml.WriteAttributeString("xsi", "type", Xsi, "sf:" + target.Type.Name);
        xml.WriteAttributeString("xmlns", "sf", null, Objects);
        xml.WriteWhitespace("\n     ");
        xml.WriteElementString("sf", "Id", Objects, row.Id);
        foreach (var field in target.Fields)
        {
            if (row[field] is { } value)
            {
                xml.WriteElementString("sf", field.Name, Objects, Text(value));
            }
            else if (!nullFieldsOmitted)
            {
                xml.WriteRaw($"<sf:{field.Name} xsi:nil=\"true\"/>");
            }
        }

        xml.WriteWhitespace("\n    ");
        xml.WriteEndElement();
    }

    private static void WriteLine(XmlWriter xml, string name, string value)
    {
        xml.WriteWhitespace("\n   ");
        xml.WriteElementString(name, OutboundAnswer.Outbound, value);
    }

    /// <summary>The forms of XML Schema, as the vendor's SOAP writes them.</summary>
    private static string Text(object value) => value switch
    {
        string text => XmlText(text),
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        double number => FieldValues.FormatDouble(number),
        long micros => Micros.ToInstant(micros).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A notification cannot hold a {value.GetType().Name}.", nameof(value)),
    };

    // Control characters that XML cannot say are left out.
    private static string XmlText(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where((character, at) => XmlConvert.IsXmlChar(character) || IsPair(text, at)));

    private static bool IsPair(string text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) : char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]);
}
