using System.Text;
using SfMarketo.Sync;

namespace SfMarketo.Tests.Sync.Sources.OutboundMessages;

/// <summary>Messages as Salesforce sends them, and others.</summary>
internal static class Messages
{
    public const string Organization = "00D240000000001EAA";

    public static string Id(string prefix, int number) => SalesforceId.Parse($"{prefix}24000000{number:0000}").ToString();

    public static string Of(params string[] notifications) => From(Organization, notifications);

    public static string From(string organization, params string[] notifications) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
         <soapenv:Body>
          <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
           <OrganizationId>{organization}</OrganizationId>
           <ActionId>{Id("04k", 1)}</ActionId>
           <SessionId xsi:nil="true"/>
           <EnterpriseUrl>https://example.invalid/services/Soap/c/59.0/00D240000000001</EnterpriseUrl>
           <PartnerUrl>https://example.invalid/services/Soap/u/59.0/00D240000000001</PartnerUrl>
           {string.Join('\n', notifications)}
          </notifications>
         </soapenv:Body>
        </soapenv:Envelope>
        """;

    public static string Contact(int number, string fields = "<sf:LastName>Lee</sf:LastName>") => Notification(number, "sf:Contact", Id("003", number), fields);

    public static string Notification(int number, string type, string id, string fields = "") =>
        $"""
        <Notification>
         <Id>{Id("04l", number)}</Id>
         <sObject xsi:type="{type}" xmlns:sf="urn:sobject.enterprise.soap.sforce.com"><sf:Id>{id}</sf:Id>{fields}</sObject>
        </Notification>
        """;

    /// <summary>The record was deleted before the message was sent.</summary>
    public static string WithoutRecord(int number) => $"<Notification><Id>{Id("04l", number)}</Id></Notification>";

    public static Stream Body(string text) => new AsynchronousStream(Encoding.UTF8.GetBytes(text));

    /// <summary>As a web server's body: it cannot be read synchronously, and comes in pieces.</summary>
    private sealed class AsynchronousStream(byte[] bytes) : MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true)
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous read.");

        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("Synchronous read.");

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            var piece = Math.Min(Math.Min(buffer.Length, 700), (int)(Length - Position));
            GetBuffer().AsSpan((int)Position, piece).CopyTo(buffer.Span);
            Position += piece;
            return piece;
        }
    }
}
