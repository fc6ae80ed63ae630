using System.CommandLine;

namespace SfMarketo.Cli.Stories;

/// <summary><c>sfmarketo scenarios</c>: what one does with scenario files besides running them.</summary>
internal static class ScenariosCommand
{
    public static Command Create() => new("scenarios", $"Lists, shows, checks and starts scenario files without running them.\n\n{ExitCode.Help}")
    {
        ListCommand.Create(), ShowCommand.Create(), ValidateCommand.Create(), NewCommand.Create(), SchemaCommand.Create(),
    };
}
