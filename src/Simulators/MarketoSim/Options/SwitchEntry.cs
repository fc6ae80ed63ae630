namespace SfMarketo.MarketoSim.Options;

/// <summary>One switch by its name in the reference.</summary>
/// <param name="Name">As in shared/reference/marketo.md section 10.</param>
/// <param name="Settings">What it takes.</param>
/// <param name="Get">Reads it.</param>
/// <param name="Change">The options with the setting of that place in <paramref name="Settings"/>.</param>
internal sealed record SwitchEntry(string Name, string[] Settings, Func<MarketoSimOptions, string> Get, Func<MarketoSimOptions, int, MarketoSimOptions> Change)
{
    /// <summary>Reads a setting that is no word of a list; <see cref="Settings"/> then has examples. Null where it is a word.</summary>
    public Func<MarketoSimOptions, string, MarketoSimOptions?>? Read { get; init; }

    /// <exception cref="ArgumentException">The switch does not take the setting.</exception>
    public MarketoSimOptions Set(MarketoSimOptions options, string setting)
    {
        var place = Array.IndexOf(Settings, setting);
        return (Read is not null ? Read(options, setting) : place >= 0 ? Change(options, place) : null)
            ?? throw new ArgumentException($"The switch '{Name}' takes {string.Join(", ", Settings)}, not '{setting}'.", nameof(setting));
    }
}
