using System.Text.Json;
using SfMarketo.SalesforceSim.SignIn;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary>Describe and replication: what REST answers, as SOAP (SOAP API Developer Guide, "Describe calls", "getUpdated", "getDeleted").</summary>
internal static class SoapDescribe
{
    private const int MostObjects = 100;

    public static void Global(SoapCall soap)
    {
        var json = soap.Ask("GET", "/sobjects");
        var reader = new Utf8JsonReader(json.Span);
        soap.Xml.Start("result");
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name != "sobjects")
            {
                JsonAsXml.Write(soap.Xml, ref reader, name, nulls: false);
                continue;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                soap.Xml.Start("sobjects");
                JsonAsXml.WriteMembers(soap.Xml, ref reader, nulls: false, skip: "urls");
                soap.Xml.End("sobjects");
            }
        }

        soap.Xml.End("result");
    }

    public static void One(SoapCall soap) => Describe(soap, soap.Arguments.TextOf("sObjectType") ?? "");

    public static void Many(SoapCall soap)
    {
        var names = soap.Arguments.TextsOf("sObjectType");
        if (names.Count > MostObjects)
        {
            throw new SoapFaultException("LIMIT_EXCEEDED", $"describeSObjects takes up to {MostObjects} objects in a call");
        }

        foreach (var name in names)
        {
            Describe(soap, name);
        }
    }

    public static void Tabs(SoapCall soap)
    {
        var json = soap.Ask("GET", "/tabs");
        var xml = soap.Xml;
        xml.Start("result");
        xml.Element("label", "Sales");
        xml.Element("logoUrl", (soap.Org.Options.InstanceUrl ?? soap.Call.Origin()) + "/img/seasonLogos/2014_winter_aloha.png");
        xml.Element("namespace", "standard");
        xml.Element("selected", true);
        xml.Element("tabSetId", "");
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        JsonAsXml.Write(xml, ref reader, "tabs", nulls: false);
        xml.End("result");
    }

    public static void Updated(SoapCall soap) => Replicate(soap, "updated");

    public static void Deleted(SoapCall soap) => Replicate(soap, "deleted");

    private static void Replicate(SoapCall soap, string resource)
    {
        var type = Known(soap, soap.Arguments.TextOf("sObjectType") ?? "");
        var (start, end) = (soap.Arguments.TextOf("startDate") ?? "", soap.Arguments.TextOf("endDate") ?? "");
        var json = soap.Ask("GET", $"/sobjects/{type}/{resource}?start={Uri.EscapeDataString(start)}&end={Uri.EscapeDataString(end)}");
        soap.Xml.Start("result");
        JsonAsXml.WriteMembers(soap.Xml, json, nulls: false);
        soap.Xml.End("result");
    }

    private static void Describe(SoapCall soap, string name)
    {
        var type = Known(soap, name);
        var json = soap.Ask("GET", $"/sobjects/{type}/describe");
        var instance = soap.Org.Options.InstanceUrl ?? soap.Call.Origin();
        soap.Xml.Start("result");
        JsonAsXml.WriteMembers(soap.Xml, json, nulls: false, skip: "urls");
        soap.Xml.Element("urlDetail", instance + "/{ID}");
        soap.Xml.Element("urlEdit", instance + "/{ID}/e");
        soap.Xml.Element("urlNew", $"{instance}/{soap.Org.Store.Schema[type].KeyPrefix}/e");
        soap.Xml.End("result");
    }

    private static string Known(SoapCall soap, string name) => soap.Org.Store.Schema.Find(name)?.Name ?? throw SoapRowReader.UnknownType(name);
}
