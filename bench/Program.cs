using SfMarketo.Bench;
using SfMarketo.Bench.Serving;
using SfMarketo.Harness.VirtualTime;

// Sockets want all threads, virtual time wants one for good: these run alone.
switch (args)
{
    case [Server.Role, .. var server]:
        return await Server.RunAsync(server);
    case [var one] when one.Split('=') is ["marketo" or "salesforce", ..] parts:
        SideBySideFigure.Rounds = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : SideBySideFigure.Rounds;
        return await ServeAsync(parts[0] == "marketo" ? MarketoFigure.RunAsync : () => SideBySideFigure.RunAsync(new ServedSalesforce()));
    case ["marketo-growth"]:
        return await ServeAsync(() => GrowthFigure.RunAsync(new ServedMarketo()));
    case ["salesforce-growth"]:
        return await ServeAsync(() => GrowthFigure.RunAsync(new ServedSalesforce()));
}

VirtualProcess.Enter();
if (args is [JudgeFigure.Child, var folder])
{
    return JudgeFigure.Judge(folder);
}

if (Array.FindIndex(args, arg => arg.StartsWith("judge=", StringComparison.Ordinal)) is >= 0 and var place)
{
    JudgeFigure.Calls = long.Parse(args[place]["judge=".Length..], System.Globalization.CultureInfo.InvariantCulture);
    args[place] = "judge";
}

if (Array.FindIndex(args, arg => arg.StartsWith("fuzz=", StringComparison.Ordinal)) is >= 0 and var number)
{
    FuzzFigure.Requests = int.Parse(args[number]["fuzz=".Length..], System.Globalization.CultureInfo.InvariantCulture);
    args[number] = "fuzz";
}

if (Array.FindIndex(args, arg => arg.StartsWith("soql=", StringComparison.Ordinal)) is >= 0 and var rows)
{
    SoqlFigure.Many = int.Parse(args[rows]["soql=".Length..], System.Globalization.CultureInfo.InvariantCulture);
    args[rows] = "soql";
}

(string Name, Func<Task> Run)[] figures =
[
    ("injector", InjectorFigure.RunAsync),
    ("busy", BusyFigure.RunAsync),
    ("day", DayFigure.RunAsync),
    ("window", WindowFigure.RunAsync),
    ("fork", ForkFigure.RunAsync),
    ("sync", SyncLeadsFigure.RunAsync),
    ("import", ImportFigure.RunAsync),
    ("bulk", BulkFigure.RunAsync),
    ("outcomes", OutcomesFigure.RunAsync),
    ("sim", SimFigure.RunAsync),
    ("judging", JudgingFigure.RunAsync),
    ("judge", JudgeFigure.RunAsync),
    ("soql", SoqlFigure.RunAsync),
    ("fuzz", FuzzFigure.RunAsync),
];
var chosen = figures.Where(figure => args.Length == 0 || args.Contains(figure.Name)).ToList();
if (chosen.Count == 0 || args.Any(name => figures.All(figure => figure.Name != name)))
{
    await Console.Error.WriteLineAsync($"bench: choose from {string.Join(", ", figures.Select(figure => figure.Name))}, or none for all; marketo[=ROUNDS], marketo-growth, salesforce[=ROUNDS] or salesforce-growth alone.");
    return 2;
}

await MachineAsync();
foreach (var (name, run) in chosen)
{
    await Console.Out.WriteLineAsync($"{Environment.NewLine}{name}  (dotnet run -c Release --project bench -- {name})");
    await run();
}

return 0;

static Task MachineAsync() => Console.Out.WriteLineAsync($"{Environment.ProcessorCount} processors, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}");

async Task<int> ServeAsync(Func<Task> figure)
{
    await MachineAsync();
    await Console.Out.WriteLineAsync($"{Environment.NewLine}{args[0]}  (dotnet run -c Release --project bench -- {args[0]})");
    await figure();
    return 0;
}
