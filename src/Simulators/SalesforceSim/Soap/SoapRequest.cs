using SfMarketo.Kernel.Calls;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary>An envelope: the operation, and the headers before it.</summary>
/// <param name="Operation">The element in the body; its children are the arguments.</param>
/// <param name="Headers">The header's elements.</param>
internal sealed record SoapRequest(SoapNode Operation, SoapNode? Headers)
{
    /// <summary>The envelope of the call, as its admission read it.</summary>
    public static SoapRequest Of(SimCall call) => call.Http.Features.Get<SoapRequest>()!;

    /// <summary>Reads the envelope.</summary>
    /// <exception cref="System.Xml.XmlException">It is no XML that is taken.</exception>
    /// <returns>Null for XML that is no SOAP envelope with one operation.</returns>
    public static SoapRequest? Read(SimCall call)
    {
        var envelope = SoapReader.Read(call.Body);
        if (envelope is not { Name: "Envelope", Namespace: SoapFault.Envelope })
        {
            return null;
        }

        SoapNode? body = null;
        SoapNode? headers = null;
        foreach (var child in envelope.Children.Where(child => child.Namespace == SoapFault.Envelope))
        {
            (body, headers) = child.Name switch { "Body" => (child, headers), "Header" => (body, child), _ => (body, headers) };
        }

        return body is { Children: [var operation, ..] } ? new SoapRequest(operation, headers) : null;
    }

    public SoapNode? Header(string name) => Headers?.Child(name);

    public string SessionId => Header("SessionHeader")?.TextOf("sessionId") ?? "";
}
