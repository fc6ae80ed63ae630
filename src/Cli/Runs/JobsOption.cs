using System.CommandLine;

namespace SfMarketo.Cli.Runs;

/// <summary>The option <c>--jobs</c>.</summary>
internal sealed class JobsOption : Option<int?>
{
    private const int Most = 256;

    public JobsOption()
        : base("--jobs")
    {
        Description = "Play so many runs at once, each in a process of its own. Default: as many as there are processors.";
        HelpName = "N";
        Validators.Add(result =>
        {
            if (result.GetValue(this) is < 1 or > Most)
            {
                result.AddError($"--jobs: write a whole number from 1 to {Most}.");
            }
        });
    }

    public int Of(ParseResult parsed) => parsed.GetValue(this) ?? Environment.ProcessorCount;
}
