using SfMarketo.SalesforceSim.Options;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;

namespace SfMarketo.SalesforceSim.OutboundMessages;

/// <summary>An outbound message definition with its names looked up.</summary>
internal sealed class OutboundTarget
{
    private static readonly int Prefix = SalesforceId.PackPrefix("04k");

    public OutboundTarget(int number, OutboundMessageDefinition definition, OrgSchema schema)
    {
        Definition = definition;
        Type = schema.Find(definition.Object) ?? throw Wrong($"names the object {definition.Object}, which does not exist");
        Endpoint = Uri.TryCreate(definition.EndpointUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Port is 80 or 443 or >= 1024
            ? url
            : throw Wrong($"has the endpoint {definition.EndpointUrl}; it must be http or https on port 80, 443 or 1024 and up");
        Fields = [.. definition.Fields.Where(name => !name.Equals("Id", StringComparison.OrdinalIgnoreCase)).Select(Field)];
        ActionId = new SalesforceId(Prefix, OutboundQueue.Node, OutboundQueue.FirstSerial + number).ToString();
    }

    public OutboundMessageDefinition Definition { get; }

    public SObjectType Type { get; }

    public Uri Endpoint { get; }

    /// <summary>Without Id.</summary>
    public IReadOnlyList<SField> Fields { get; }

    /// <summary>The definition's id, 18 characters.</summary>
    public string ActionId { get; }

    private SField Field(string name) =>
        Type.Find(name) is { Type: not SFieldType.Address } field ? field : throw Wrong($"names the field {name}, which {Type.Name} does not have; fields through lookups cannot be in a message");

    private ArgumentException Wrong(string what) => new($"The outbound message {Definition.Name} {what}.");
}
