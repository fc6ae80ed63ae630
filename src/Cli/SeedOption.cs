using System.CommandLine;
using System.Globalization;

namespace SfMarketo.Cli;

/// <summary>The option <c>--seed</c>, the same at each command that has it.</summary>
internal static class SeedOption
{
    /// <param name="description">What it is for at this command.</param>
    /// <param name="standard">Shown as the default; null for none.</param>
    public static Option<ulong?> Create(string description, ulong? standard = null)
    {
        var option = new Option<ulong?>("--seed")
        {
            Description = description,
            HelpName = "N",
            CustomParser = argument =>
            {
                if (ulong.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    return number;
                }

                argument.AddError($"--seed: '{argument.Tokens[0].Value}' is no seed; write a whole number of at least 0.");
                return null;
            },
        };
        if (standard is not null)
        {
            option.DefaultValueFactory = _ => standard;
        }

        return option;
    }
}
