namespace SfMarketo.Tests.Clients;

/// <summary><c>sim</c> and <c>sync</c> in two processes, and a person with curl.</summary>
public sealed class SyncStoryTests
{
    private const string Email = "ada.story@example.com";

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_Lead_created_by_REST_and_converted_is_found_promoted_in_Marketo()
    {
        await using var simulators = await Simulators.StartAsync("empty");
        await using var sync = simulators.Sync(["--poll", "1", "--listen", "http://localhost:0/outbound-messages"]);
        await sync.LineWithAsync("ready", Soon);
        using var wire = await Wire.SignInAsync(simulators.Settings);

        var lead = await wire.CreateAsync("Lead", $$"""{"FirstName":"Ada","LastName":"Story","Company":"Engines","Email":"{{Email}}"}""");
        await wire.PersonAsync(Email, person => person.GetProperty("sfdcPersonId").GetString() == lead, Soon);

        var contact = (await wire.ActAsync("convert", $$"""{"id":"{{lead}}"}""")).GetProperty("contactId").GetString()!;
        await wire.PersonAsync(Email, person => person.GetProperty("sfdcPersonId").GetString() == contact && person.GetProperty("lifecycleStage").GetString() == "SQL", Soon);

        await wire.EditAsync("Contact", contact, """{"MobilePhone":"+1 555 0100"}""");
        await wire.PersonAsync(Email, person => person.GetProperty("mobilePhone").GetString() == "+1 555 0100", Soon);

        await MessagesAsync(sync, wire, contact);
        (await sync.StopAsync()).Should().Be(0);
        sync.Output.Should().Contain("outbound messages acknowledged: 1").And.Contain("outbound messages refused (NotXml): 1").And.EndWith("stopped");
        sync.Output.Should().NotContain("@").And.NotContain(simulators.Settings["MKTO_CLIENT_SECRET"]);
        (await simulators.StopAsync()).Should().Be(0);
    }

    private static async Task MessagesAsync(ChildProcess sync, Wire wire, string contact)
    {
        var line = await sync.LineWithAsync("outbound messages: ", Soon);
        var listener = line[line.IndexOf("http", StringComparison.Ordinal)..];
        var message =
            $"""
            <Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Body>
            <notifications xmlns="http://soap.sforce.com/2005/09/outbound"><OrganizationId>{wire.OrganizationId}</OrganizationId><ActionId>04k240000000001AAA</ActionId>
            <Notification><Id>04l240000000001AAA</Id><sObject xsi:type="sf:Contact" xmlns:sf="urn:sobject.enterprise.soap.sforce.com"><sf:Id>{contact}</sf:Id></sObject></Notification>
            </notifications></Body></Envelope>
            """;

        var (status, body) = await wire.PostAsync(listener, message);
        status.Should().Be(200, body);
        body.Should().Contain("<Ack>true</Ack>");
        (await wire.PostAsync(listener, "no message")).Status.Should().Be(500);
        (await wire.PostAsync(listener + "/elsewhere", message)).Status.Should().Be(404);
    }
}
