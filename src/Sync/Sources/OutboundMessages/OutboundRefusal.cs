namespace SfMarketo.Sync.Sources.OutboundMessages;

/// <summary>Why a message was not acknowledged.</summary>
public enum OutboundRefusal
{
    /// <summary>No well-formed XML, or XML with a document type, which could name entities.</summary>
    NotXml,

    /// <summary>Well-formed, but not what the vendor's WSDL of outbound messages describes.</summary>
    NotAnOutboundMessage,

    /// <summary>Longer, deeper or with more elements or notifications than a message has.</summary>
    TooLarge,

    /// <summary>From another organisation.</summary>
    WrongOrganization,

    /// <summary>No organisation is set, and the engine has not signed in yet, which would tell it its own.</summary>
    NotSignedIn,

    /// <summary>It did not arrive whole, or the state could not be written, in the time there is for an answer.</summary>
    TooLate,

    /// <summary>The state cannot be written: the engine is ending.</summary>
    NotStored,
}
