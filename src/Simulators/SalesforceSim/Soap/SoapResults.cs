using SfMarketo.SalesforceSim.Collections;
using SfMarketo.SalesforceSim.Errors;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary>The results of writes: <c>result</c> elements in the order of the request, members in that of the WSDL.</summary>
internal static class SoapResults
{
    public static void Write(SoapCall soap, IEnumerable<CollectionItem> items)
    {
        foreach (var item in items)
        {
            var error = CollectionWriter.Overridden(soap.Call, item.Error);
            soap.Xml.Start("result");
            if (item.Created is { } created)
            {
                soap.Xml.Element("created", error is null && created);
            }

            if (error is not null)
            {
                WriteError(soap, error);
            }

            soap.Xml.ElementOrNil("id", error is null ? item.Row!.Id : null);
            soap.Xml.Element("success", error is null);
            soap.Xml.End("result");
        }
    }

    /// <summary>The element <c>errors</c>; its code goes to the journal.</summary>
    public static void WriteError(SoapCall soap, RowError error)
    {
        soap.Call.AddCode(error.Code);
        soap.Xml.Start("errors");
        foreach (var field in error.Fields ?? [])
        {
            soap.Xml.Element("fields", field);
        }

        soap.Xml.Element("message", error.Message);
        soap.Xml.Element("statusCode", error.Code);
        soap.Xml.End("errors");
    }
}
