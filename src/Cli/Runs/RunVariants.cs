using System.CommandLine;

namespace SfMarketo.Cli.Runs;

/// <summary>The options that make more than one run of a scenario, or another one than it says.</summary>
internal sealed class RunVariants
{
    private readonly Option<bool> twice = new("--twice") { Description = "Play each run in two processes and compare their records; exit code 5 with the first difference." };
    private readonly Option<bool> killEverywhere = new("--kill-everywhere") { Description = "Play each scenario once for each passage of the engine's seams and kill the engine there; it starts again after 30 s." };
    private readonly Option<int?> killStep = new("--kill-step") { Description = "With --kill-everywhere: try every so many passages only.", HelpName = "N" };
    private readonly Option<long?> killAt = new("--kill-at") { Description = "Kill the engine at the passage of this number, from 1; it starts again after 30 s.", HelpName = "N" };
    private readonly Option<string?> perturb = new("--perturb") { Hidden = true };

    public void AddTo(Command command)
    {
        command.Add(twice);
        command.Add(killEverywhere);
        command.Add(killStep);
        command.Add(killAt);
        command.Add(perturb);
        command.Validators.Add(result =>
        {
            if (result.GetValue(twice) && result.GetValue(killEverywhere))
            {
                result.AddError("--twice and --kill-everywhere do not go together: choose one.");
            }

            if (result.GetValue(killAt) is not null && result.GetValue(killEverywhere))
            {
                result.AddError("--kill-at and --kill-everywhere do not go together: choose one.");
            }

            if (result.GetValue(killStep) is not null && !result.GetValue(killEverywhere))
            {
                result.AddError("--kill-step is for --kill-everywhere.");
            }

            if (result.GetValue(killStep) < 1 || result.GetValue(killAt) < 1)
            {
                result.AddError("--kill-step and --kill-at: write a whole number of at least 1.");
            }
        });
    }

    public RunVariant Of(ParseResult parsed) =>
        parsed.GetValue(twice) ? RunVariant.Twice : parsed.GetValue(killEverywhere) ? RunVariant.KilledEverywhere : RunVariant.Once;

    public RunRequest Complete(ParseResult parsed, RunRequest request) =>
        request with { KillAt = parsed.GetValue(killAt), KillStep = parsed.GetValue(killStep) ?? 1, Perturbed = parsed.GetValue(perturb) };
}
