namespace SfMarketo.Kernel.Control;

/// <summary>The one list of the control API.</summary>
internal static class ControlRoutes
{
    public static IReadOnlyList<ControlRoute> Of(ControlGroup.Member member)
    {
        List<ControlRoute> routes = [];
        routes.Add(new("GET", "", "this list", call => WriteList(call, routes)));
        routes.AddRange(
        [
            new("GET", "state", "counts by object, clock, seed, limits, switches", StateRoutes.State),
            new("POST", "reset", """all records anew, in both simulators, faults and journal empty, tokens ended: {"data": "demo" or "empty", "seed": 7, "clock": "2026-03-08T05:59:00Z"}, each optional; limits and switches stay""", StateRoutes.Reset),
            new("POST", "data", """adds linked people and accounts: {"people": 2000, "companies": 300, "locale": "en"}""", StateRoutes.Data),
            new("POST", "snapshot", """keeps the records of both simulators: {"id": "before"}, optional""", StateRoutes.Snapshot),
            new("POST", "restore", """the records of a snapshot again: {"id": "before"}""", StateRoutes.Restore),
            new("GET", "instances", "the instances behind this address, with their URLs", InstanceRoutes.List),
            new("POST", "instances", """another one, with the records, limits and switches of a snapshot or of an instance, and a clock, faults and journal of its own: {"id": "987-XYZ-654", "from": "before"}, both optional""", InstanceRoutes.Make),
            new("DELETE", "instances/{ID}", "removes an instance", InstanceRoutes.Remove),
            new("GET", "limits", "the limits", LimitRoutes.Read),
            new("PUT", "limits", "changes the limits that the body names, from now on", LimitRoutes.Change),
            new("GET", "usage", "calls in the present window, in flight, today, by code", LimitRoutes.Usage),
            new("GET", "switches", "what the vendor leaves unclear, by name, with the values each takes", SwitchRoutes.Read),
            new("PUT", "switches", """sets switches: {"NAME": "value"}""", SwitchRoutes.Change),
            new("GET", "clock", "the clock of both simulators", ClockRoutes.Read),
            new("POST", "clock", """moves it on: {"advance": "PT1H"} or {"set": "2027-03-08T05:59:00Z"}""", ClockRoutes.Move),
            new("GET", "faults", "the rules, with what they hit", FaultRoutes.List),
            new("POST", "faults", """{"match": {"method": "POST", "path": "/rest/v1/leads.json", "client": CREDENTIAL, "query": TEXT, "body": TEXT, "nth": 3, "probability": 0.5, "from": INSTANT, "until": INSTANT, "simulator": "marketo"} """
                + """or {"human": true, "object": "Contact", "action": "convert"}, "effect": {"code": "606"}, "times": 5, "id": "mine"}; only effect is needed, * in a path stands for any text. Effects: """ + FaultEffectReader.Help, FaultRoutes.Add),
            new("GET", "faults/{ID}", "one rule", FaultRoutes.Read),
            new("DELETE", "faults", "removes all rules of this simulator", FaultRoutes.Clear),
            new("DELETE", "faults/{ID}", "removes one rule", FaultRoutes.Remove),
            new("GET", "journal", "lines of the journal: ?after=SEQ&path=PATTERN&code=CODE&take=100", JournalRoutes.Read) { Query = ["after", "path", "code", "take"] },
        ]);
        routes.AddRange(member.Control.Actions.Select(action =>
            new ControlRoute("POST", "actions/" + action.Name, action.About, call => action.Run(call.Input, call.Json))));
        return routes;
    }

    private static void WriteList(ControlCall call, List<ControlRoute> routes)
    {
        call.Json.WriteString("simulator"u8, call.Member.Simulator.Name);
        call.Json.WriteStartObject("calls"u8);
        foreach (var route in routes)
        {
            call.Json.WriteString($"{route.Method} /__sim{(route.Path.Length == 0 ? "" : "/")}{route.Path}", route.About);
        }

        call.Json.WriteEndObject();
    }
}
