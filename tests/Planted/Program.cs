using SfMarketo.Tests.Planted;
using SfMarketo.Tests.Planted.Engine;
using SfMarketo.Tests.Planted.Faults;
using SfMarketo.Tests.Planted.Reports;
using SfMarketo.Tests.Planted.Running;

try
{
    var selection = Selection.Read(args);
    var all = FaultFile.ReadAll(RepositoryRoot.Path);
    var faults = selection.From(all);
    if (selection.ListOnly)
    {
        FaultList.Write(faults);
        return 0;
    }

    var engine = EngineSource.Read(RepositoryRoot.Path);
    var scenarios = ScenarioFiles.Read(RepositoryRoot.Path);
    foreach (var fault in faults)
    {
        engine.Check(fault);
        scenarios.Check(fault);
    }

    using var floor = new ProvingFloor(engine, scenarios);
    var outcomes = await floor.RunAsync(faults, !selection.FaultsOnly, selection.Everywhere);
    Console.WriteLine($"{all.Count(fault => fault.Name.StartsWith(FaultFile.Escaped, StringComparison.Ordinal))} more are known to escape and are tried with --escaped only: tests/Planted/README.md says why.");
    return TrialTable.Write(outcomes) ? 0 : 1;
}
catch (FaultException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}
