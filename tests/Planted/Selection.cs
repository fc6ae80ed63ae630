using System.Globalization;
using SfMarketo.Tests.Planted.Faults;

namespace SfMarketo.Tests.Planted;

/// <summary>Which faults the command line asks for.</summary>
/// <param name="Names">By name; empty: all.</param>
/// <param name="Third">0, 1 or 2: those whose place in the sorted list is that modulo 3.</param>
/// <param name="BlindOnly">Those alone that were written without sight of the checks.</param>
/// <param name="ListOnly">Print them, run nothing.</param>
/// <param name="FaultsOnly">Leave the near misses out: while a fault is being written.</param>
/// <param name="Everywhere">Try what the named scenarios do not catch in all others but the long days: while a fault looks for its scenario.</param>
/// <param name="EscapedOnly">Those alone that nobody catches yet; they are left out otherwise.</param>
internal sealed record Selection(IReadOnlyList<string> Names, int? Third, bool BlindOnly, bool ListOnly, bool FaultsOnly, bool Everywhere, bool EscapedOnly)
{
    public const string Usage = "Usage: dotnet run --project tests/Planted [-- NAME... | --third 0|1|2 | --blind | --faults-only | --everywhere | --escaped | --list]";

    /// <exception cref="FaultException">A word is unknown.</exception>
    public static Selection Read(IReadOnlyList<string> arguments)
    {
        var selection = new Selection([], null, false, false, false, false, false);
        for (var i = 0; i < arguments.Count; i++)
        {
            selection = arguments[i] switch
            {
                "--list" => selection with { ListOnly = true },
                "--faults-only" => selection with { FaultsOnly = true },
                "--escaped" => selection with { EscapedOnly = true },
                "--everywhere" => selection with { Everywhere = true },
                "--blind" => selection with { BlindOnly = true },
                "--third" when i + 1 < arguments.Count && arguments[i + 1] is "0" or "1" or "2" => selection with { Third = int.Parse(arguments[++i], CultureInfo.InvariantCulture) },
                var word when word.StartsWith('-') => throw new FaultException($"'{word}' is not understood. {Usage}"),
                var name => selection with { Names = [.. selection.Names, name] },
            };
        }

        return selection;
    }

    /// <exception cref="FaultException">A name is not that of a fault.</exception>
    public IReadOnlyList<Fault> From(IReadOnlyList<Fault> all)
    {
        foreach (var name in Names)
        {
            if (!all.Any(fault => fault.Name == name))
            {
                throw new FaultException($"There is no fault '{name}'; --list prints their names.");
            }
        }

        return
        [
            .. all
                .Where(fault => Names.Contains(fault.Name) || fault.Name.StartsWith(FaultFile.Escaped, StringComparison.Ordinal) == EscapedOnly)
                .Where((_, place) => Third is null || place % 3 == Third)
                .Where(fault => Names.Count == 0 || Names.Contains(fault.Name))
                .Where(fault => !BlindOnly || fault.Name.StartsWith(FaultFile.Blind, StringComparison.Ordinal)),
        ];
    }
}
