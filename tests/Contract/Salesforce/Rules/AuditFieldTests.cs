using SfMarketo.SalesforceSim.Options;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Rules;

[Source("Salesforce Help, Set Audit Fields upon Record Creation")]
public sealed class AuditFieldTests
{
    private const string Old = """{"LastName":"A","Company":"B","CreatedDate":"2020-01-02T03:04:05Z","LastModifiedDate":"2021-01-02T03:04:05Z"}""";

    [Fact]
    [Proves("switch rows.auditFields")]
    [Proves("code INVALID_FIELD_FOR_INSERT_UPDATE")]
    public async Task Without_the_permission_they_are_read_only()
    {
        await using var host = await OrgHost.StartAsync();

        (await host.Call("POST", "sobjects/Lead", Old)).Json[0].GetProperty("fields").EnumerateArray().Select(field => field.GetString()).Should().Equal("CreatedDate", "LastModifiedDate");
    }

    [Fact]
    [Proves("switch rows.auditFields")]
    public async Task With_the_permission_they_can_be_set_on_create_and_on_create_only()
    {
        await using var host = await OrgHost.StartAsync(new SalesforceSwitches { AuditFields = true });

        var lead = await host.Create("Lead", Old);

        (await host.Text(lead, "CreatedDate"), await host.Text(lead, "LastModifiedDate"), await host.Text(lead, "SystemModstamp"))
            .Should().Be(("2020-01-02T03:04:05.000+0000", "2021-01-02T03:04:05.000+0000", "2026-03-11T15:30:00.000+0000"));
        (await host.Call("PATCH", "sobjects/Lead/" + lead, """{"CreatedDate":"2020-01-02T03:04:05Z"}""")).Json[0].GetProperty("errorCode").GetString().Should().Be("INVALID_FIELD_FOR_INSERT_UPDATE");
        (await host.Call("POST", "sobjects/Lead", """{"LastName":"A","Company":"B","SystemModstamp":"2020-01-02T03:04:05Z"}""")).Status.Should().Be(400);
    }

    [Theory]
    [InlineData("true", false)]
    [InlineData("false", true)]
    [Proves("switch update.emptyTouches")]
    [SimulatorOnly]
    public async Task An_update_of_nothing_moves_the_stamps_or_not(string touches, bool stays)
    {
        await using var host = await OrgHost.StartAsync();
        host.Org.SetSwitch("update.emptyTouches", touches);
        var lead = await host.CreateLead();
        var before = await host.Text(lead, "SystemModstamp");

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await host.Call("PATCH", "sobjects/Lead/" + lead, "{}")).Status.Should().Be(204);

        (await host.Text(lead, "SystemModstamp") == before).Should().Be(stays);
    }
}
