using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Kernel.Faults;

/// <summary>What the call or human action writes is seen late: Salesforce rows by SOQL and <c>updated</c>, <c>deleted</c>, Marketo activities and lead changes by their feeds. Reads by id see it at once.</summary>
/// <param name="delay">Drawn for each Salesforce transaction and for each Marketo activity, which therefore come out of order.</param>
public sealed class LateVisibilityEffect(DrawnDuration delay) : FaultEffect
{
    public override FaultPlace Place => FaultPlace.Work;

    public override void Write(Utf8JsonWriter json) => delay.Write(json, "lateVisibility");

    public override void OnStart(SimCall call, Draws draws) => call.Lateness = Of(draws);

    internal Lateness Of(Draws draws) => new(delay, draws);
}
