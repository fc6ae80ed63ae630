using System.Text.Json;
using SfMarketo.Kernel.Control;

namespace SfMarketo.MarketoSim.Control;

/// <summary>What happens to the instance as a whole.</summary>
internal static class InstanceActions
{
    public static IReadOnlyList<ControlAction> Of(MarketoInstance instance) =>
    [
        new("spendCalls", """calls of another user of the instance: {"calls": 5000}""", (input, json) => Spend(instance, input, json)),
        new("expireTokens", "ends all access tokens: {}", (input, json) => Expire(instance, input, json)),
    ];

    private static void Spend(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        var calls = input.RequiredWhole("calls", 1, 100_000_000, "write how many");
        input.End();
        instance.SpendCalls(calls);
        json.WriteNumber("today"u8, instance.UsageToday);
    }

    private static void Expire(MarketoInstance instance, ControlInput input, Utf8JsonWriter json)
    {
        input.End();
        instance.ExpireTokens();
        json.WriteBoolean("expired"u8, true);
    }
}
