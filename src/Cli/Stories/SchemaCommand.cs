using System.CommandLine;
using SfMarketo.Harness.Scenarios.Language;

namespace SfMarketo.Cli.Stories;

/// <summary><c>sfmarketo scenarios schema</c>: what editors complete and check scenario files by.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", $"Prints the JSON Schema of scenario files, for editors.\n\n{ExitCode.Help}");
        command.SetAction(_ =>
        {
            Console.Out.Write(SchemaText.Write());
            return ExitCode.Passed;
        });
        return command;
    }
}
