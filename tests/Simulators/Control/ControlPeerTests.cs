using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;
using SfMarketo.Kernel.Randomness;
using SfMarketo.MarketoSim;
using SfMarketo.Tests.Contract.Hosting;
using SfMarketo.Tests.Contract.Marketo;

namespace SfMarketo.Tests.Simulators.Control;

public sealed class ControlPeerTests
{
    [Theory]
    [InlineData("10.1.2.3", 403)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("::1", 200)]
    public async Task Only_callers_of_this_machine_are_answered(string peer, int status)
    {
        var instance = new MarketoInstance(MarketoHost.Options, new FakeTimeProvider(), new Draws(7));
        await using var hosted = await HostedSimulator.StartAsync(instance, app =>
        {
            ((IApplicationBuilder)app).Use((http, next) =>
            {
                http.Connection.RemoteIpAddress = IPAddress.Parse(peer);
                return next(http);
            });
            app.MapMarketoSim();
        });

        using var response = await hosted.Http.GetAsync("/__sim/state", TestContext.Current.CancellationToken);

        ((int)response.StatusCode).Should().Be(status);
    }
}
