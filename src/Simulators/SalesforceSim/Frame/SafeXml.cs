using System.Runtime.InteropServices;
using System.Xml;

namespace SfMarketo.SalesforceSim.Frame;

/// <summary>Reads XML that a stranger sent: no document type, no entities of its own, nothing outside of the text.</summary>
internal static class SafeXml
{
    private static readonly XmlReaderSettings Settings = Make(ignoreWhitespace: false);
    private static readonly XmlReaderSettings WithoutWhitespace = Make(ignoreWhitespace: true);

    /// <summary>A reader before the document's first node. What is no XML, or has a document type, is an <see cref="XmlException"/> when it is met.</summary>
    public static XmlReader Read(ReadOnlyMemory<byte> body, bool ignoreWhitespace = false)
    {
        var stream = MemoryMarshal.TryGetArray(body, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(body.ToArray(), writable: false);
        return XmlReader.Create(stream, ignoreWhitespace ? WithoutWhitespace : Settings);
    }

    private static XmlReaderSettings Make(bool ignoreWhitespace) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = ignoreWhitespace,
        CloseInput = true,
    };
}
