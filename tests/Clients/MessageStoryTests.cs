namespace SfMarketo.Tests.Clients;

/// <summary><c>sim</c> and <c>sync</c> in two processes, joined by the org's outbound messages.</summary>
public sealed class MessageStoryTests
{
    private const string Email = "ada.message@example.com";

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_Lead_edited_by_REST_arrives_in_Marketo_by_message_alone()
    {
        var listener = $"http://127.0.0.1:{UnusedPort.Find()}/";
        await using var simulators = await Simulators.StartAsync("empty", "--messages-to", listener);
        await using var sync = simulators.Sync(["--poll", "600", "--listen", listener]);
        await sync.LineWithAsync("ready", Soon);
        using var wire = await Wire.SignInAsync(simulators.Settings);
        var lead = await wire.CreateAsync("Lead", $$"""{"FirstName":"Ada","LastName":"Message","Company":"Engines","Email":"{{Email}}"}""");
        await wire.PersonAsync(Email, person => person.GetProperty("sfdcPersonId").GetString() == lead, Soon);

        // The polls of the start are over; the next ones are ten minutes away, which is longer than anybody waits here.
        await wire.EditAsync("Lead", lead, """{"MobilePhone":"+1 555 0101"}""");
        await wire.PersonAsync(Email, person => person.GetProperty("mobilePhone").GetString() == "+1 555 0101", Soon);

        simulators.Output.Should().MatchRegex(@"salesforce outbound message Lead, 1 notification, attempt 1 \d+\.\d ms  acknowledged");
        (await sync.StopAsync()).Should().Be(0);
        (await simulators.StopAsync()).Should().Be(0);
    }
}
