using System.Xml.Linq;
using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.OutboundMessages;

/// <summary>The message on the wire.</summary>
[Source("Salesforce SOAP API Developer Guide, Understanding Notifications")]
[SimulatorOnly("messages are sent and received inside the process")]
public sealed class EnvelopeTests
{
    [Fact]
    [Proves("message envelope")]
    public async Task The_message_is_the_vendors_to_the_last_byte()
    {
        await using var org = await OutboundOrg.StartAsync();
        var lead = org.AddLead("O'Neil & <Sons>", "ann@acme.example");

        await org.Send();

        org.Listener.Bodies.Single().Should().Be($"""
            <?xml version="1.0" encoding="UTF-8"?>
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
             <soapenv:Body>
              <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
               <OrganizationId>{org.Org.OrganizationId}</OrganizationId>
               <ActionId>04k5g0000004C92AAE</ActionId>
               <SessionId xsi:nil="true"/>
               <EnterpriseUrl>https://simulated.my.salesforce.invalid/services/Soap/c/59.0/{org.Org.OrganizationId[..15]}</EnterpriseUrl>
               <PartnerUrl>https://simulated.my.salesforce.invalid/services/Soap/u/59.0/{org.Org.OrganizationId[..15]}</PartnerUrl>
               <Notification>
                <Id>04l5g0000004C93AAE</Id>
                <sObject xsi:type="sf:Lead" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
                 <sf:Id>{lead}</sf:Id><sf:Email>ann@acme.example</sf:Email><sf:LastName>O'Neil &amp; &lt;Sons&gt;</sf:LastName><sf:IsConverted>false</sf:IsConverted><sf:LastModifiedDate>2026-03-11T15:30:00.000Z</sf:LastModifiedDate>
                </sObject>
               </Notification>
              </notifications>
             </soapenv:Body>
            </soapenv:Envelope>
            """);
    }

    [Fact]
    [Proves("message envelope")]
    public async Task It_is_posted_as_xml_with_an_empty_soap_action()
    {
        await using var org = await OutboundOrg.StartAsync();
        org.AddLead();

        await org.Send();

        var request = org.Listener.Requests.Single();
        request.Method.Should().Be(HttpMethod.Post);
        request.RequestUri.Should().Be("http://listener.example/sf");
        request.Content!.Headers.NonValidated["Content-Type"].ToString().Should().Be("text/xml; charset=UTF-8");
        request.Headers.NonValidated["SOAPAction"].ToString().Should().Be("\"\"");
    }

    [Fact]
    [Proves("message envelope")]
    [Proves("switch outbound.nullFields")]
    [Unverified]
    public async Task Empty_fields_are_left_out_or_nil_by_switch()
    {
        await using var omitted = await OutboundOrg.StartAsync();
        await using var nil = await OutboundOrg.StartAsync(switches: new SalesforceSwitches { OutboundNullFieldsOmitted = false });
        omitted.AddLead();
        nil.AddLead();

        await omitted.Send();
        await nil.Send();

        omitted.Listener.Bodies.Single().Should().NotContain("sf:Email").And.NotContain("AnnualRevenue");
        nil.Listener.Bodies.Single().Should().Contain("""<sf:Email xsi:nil="true"/>""").And.Contain("""<sf:AnnualRevenue xsi:nil="true"/>""");
    }

    [Fact]
    [Proves("message envelope")]
    public async Task A_session_id_is_sent_when_the_definition_says_so_and_works_as_a_bearer_token()
    {
        await using var org = await OutboundOrg.StartAsync(OutboundOrg.Definition with { IncludeSessionId = true, IntegrationUser = OrgHost.Username });
        var lead = org.AddLead();
        await org.Send();

        var session = org.Listener.Last.Descendants(Listener.Outbound + "SessionId").Single().Value;
        org.Host.Use(session);

        (await org.Host.Call("GET", "sobjects/Lead/" + lead)).Status.Should().Be(200);
        org.AddLead();
        await org.Send();
        org.Listener.Last.Descendants(Listener.Outbound + "SessionId").Single().Value.Should().Be(session, "a live session serves all messages");
    }

    [Fact]
    [Proves("message envelope")]
    public async Task Values_are_those_of_sending_and_not_of_the_change()
    {
        await using var org = await OutboundOrg.StartAsync();
        var lead = org.AddLead("First");
        org.Org.UpdateRow(lead, [new("LastName", "Second")], "test");

        await org.Send();

        // Two changes, two notification ids, twice the latest value.
        org.Listener.NotificationIds.Single().Should().HaveCount(2).And.OnlyHaveUniqueItems();
        org.Listener.Values("LastName").Should().Equal("Second", "Second");
    }

    [Fact]
    [Proves("message envelope")]
    public async Task A_row_deleted_before_sending_is_a_notification_without_data()
    {
        await using var org = await OutboundOrg.StartAsync();
        var lead = org.AddLead();
        org.Org.DeleteRow(lead, "test");

        await org.Send();

        var sent = org.Listener.Last.Descendants(Listener.Outbound + "Notification").Single().Element(Listener.Outbound + "sObject")!;
        sent.Nodes().Should().BeEmpty();
        sent.Attribute(XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance"))!.Value.Should().Be("true");
        org.Host.Records.Messages.Single().Notifications.Single().Version.Should().Be(0);
    }

    [Theory]
    [InlineData("ftp://listener.example/")]
    [InlineData("http://listener.example:99/")]
    [InlineData("listener")]
    [Proves("message envelope")]
    public void Endpoints_are_http_on_the_ports_that_the_vendor_allows(string url)
    {
        var make = () => OutboundOrg.StartAsync(OutboundOrg.Definition with { EndpointUrl = url });

        make.Should().ThrowAsync<ArgumentException>().WithMessage("*port 80, 443 or 1024*");
    }
}
