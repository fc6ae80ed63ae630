using System.Diagnostics;
using System.Text.RegularExpressions;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Targets;

/// <summary>All Marketo tests a second time, with the seed's forms on: in a process of its own, because the setting holds for a whole run.</summary>
public sealed class SeedFormsRunTests
{
    private const string Switch = "SFMARKETO_COMPAT_SEED";

    private static readonly IReadOnlyList<MarkedTest> Tests = [.. MarkedTest.All.Where(test => test.Api == Ledger.Marketo.Api)];

    [Fact]
    public async Task All_tests_of_Marketo_hold_with_the_seeds_forms_on()
    {
        Assert.SkipWhen(Target.CompatSeed || Target.Marketo is not null, "this run is one with the seed's forms on, or against another address");
        using var run = Process.Start(Arguments())!;
        var errors = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        run.ExitCode.Should().Be(0, "this was written:\n{0}\n{1}", output, await errors);
        int.Parse(Regex.Match(output, @"Total: (\d+)").Groups[1].Value, null).Should().BeGreaterThanOrEqualTo(Tests.Count);
    }

    private static ProcessStartInfo Arguments()
    {
        var self = Environment.ProcessPath!;
        string[] arguments = [.. Tests.Select(test => test.Class).Distinct().SelectMany(name => (string[])["-class", MarkedTest.Root + name]), "-noColor", "-maxThreads", "1"];
        var start = Path.GetFileNameWithoutExtension(self) == "dotnet"
            ? new ProcessStartInfo(self, [typeof(SeedFormsRunTests).Assembly.Location, .. arguments])
            : new ProcessStartInfo(self, arguments);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Environment[Switch] = "on";
        return start;
    }
}
