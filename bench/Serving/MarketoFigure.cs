namespace SfMarketo.Bench.Serving;

/// <summary>The Marketo simulator side by side, and what limits and journal are of a read.</summary>
internal static class MarketoFigure
{
    public static async Task RunAsync()
    {
        var read = await SideBySideFigure.RunAsync(new ServedMarketo());
        var enforcement = EnforcementCost.Measure();
        Measurement.Say($"  limits and journal alone, without a server: {enforcement:0.000} us a call / {read:0.0} us a read by id over {SideBySideFigure.MostConnections} connections = {enforcement / read:P1}; goal at most 5%");
    }
}
