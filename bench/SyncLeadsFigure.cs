using System.Text;
using SfMarketo.Harness.VirtualTime;
using SfMarketo.Tests.Load.Targets;

namespace SfMarketo.Bench;

/// <summary>Sync Leads with 300 records a call at the Marketo simulator, over the inline server: first all created, then all updated.</summary>
internal static class SyncLeadsFigure
{
    private const int Records = 300;
    private const int Batches = 100;

    public static async Task RunAsync()
    {
        await using var stage = await LoadStage.SetAsync(options => options with { CallsPerWindow = 10_000_000 });
        using var target = new MarketoTarget(stage.Network());
        await VirtualPump.RunAsync(stage.World.Clock, async () =>
        {
            await target.SignInAsync();
            await RunAsync(target, "warm", "0");
            await RunAsync(target, "warm", "1");
            Print("created", await Measurement.OfAsync(() => RunAsync(target, "new", "2")));
            Print("updated, two fields changed", await Measurement.OfAsync(() => RunAsync(target, "new", "3")));
            Print("updated, nothing changed", await Measurement.OfAsync(() => RunAsync(target, "new", "3")));
        });
    }

    private static async Task RunAsync(MarketoTarget target, string family, string version)
    {
        for (var batch = 0; batch < Batches; batch++)
        {
            var answer = await target.SyncLeadsAsync(Body(family, batch, version));
            if (answer.IsError)
            {
                throw new InvalidOperationException("Sync Leads was refused with " + answer.StatusCode);
            }
        }
    }

    private static byte[] Body(string family, int batch, string version)
    {
        var body = new StringBuilder("""{"action":"createOrUpdate","lookupField":"email","input":[""");
        for (var record = 0; record < Records; record++)
        {
            body.Append(record == 0 ? "" : ",").Append(
                $$"""{"email":"{{family}}{{batch}}-{{record}}@example.invalid","firstName":"Ada {{version}}","lastName":"Tester","title":"CTO {{version}}","company":"Testers","leadScore":{{record}}}""");
        }

        return Encoding.UTF8.GetBytes(body.Append("]}").ToString());
    }

    private static void Print(string what, Measurement measured)
    {
        const int All = Records * Batches;
        Measurement.Say(
            $"  {what}: {measured.Wall.TotalMicroseconds:N0} us / {All:N0} records = {measured.Wall.TotalMicroseconds / All:0.00} us a record ({measured.Processor.TotalMicroseconds / All:0.00} us of processor), building the request among it");
    }
}
