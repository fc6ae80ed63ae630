using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SfMarketo.Tests.Harness.Sim;

/// <summary>Webhooks leave the running simulator as real calls, of the first instance and of those that are added.</summary>
public sealed class SimWebhookTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/987-XYZ-654")]
    public async Task A_webhook_of_a_flow_is_a_real_call_and_its_answer_is_mapped(string instance)
    {
        await using var sim = await RunningSim.StartAsync();
        await using var listener = await ListenAsync();
        if (instance.Length > 0)
        {
            await sim.ControlAsync("POST", sim.Marketo + "/__sim/instances", """{"id":"987-XYZ-654"}""");
        }

        var control = sim.Marketo + instance + "/__sim";
        var person = (await sim.ControlAsync("POST", control + "/actions/create", """{"fields":{"email":"ada@lovelace.example"}}""")).GetProperty("id").GetInt32();
        await sim.ControlAsync("POST", control + "/actions/defineCampaign",
            $$$"""{"name":"Enrich","requestable":true,"flow":[{"callWebhook":"Enrich","url":"{{{listener.Urls.Single()}}}/hook/{{lead.id}}","body":"{{lead.email}}","mapping":{"title":"found.title"}}]}""");

        await sim.ControlAsync("POST", control + "/actions/runCampaign", $$"""{"campaign":"Enrich","people":[{{person}}]}""");

        await sim.Output.LineAsync($"webhook Enrich, person {person}");
        sim.Output.Lines.Should().ContainMatch("*webhook Enrich, person * ms  answered");
        await sim.SignInToMarketoAsync(instance);
        (await sim.GetAsync($"{sim.Marketo}{instance}/rest/v1/lead/{person}.json?fields=title")).GetProperty("result")[0].GetProperty("title").GetString().Should().Be($"/hook/{person} ada@lovelace.example");
    }

    private static async Task<WebApplication> ListenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/hook/{id}", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            return Results.Text($$$"""{"found":{"title":"{{{request.Path}}} {{{await reader.ReadToEndAsync()}}}"}}""", "application/json");
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
