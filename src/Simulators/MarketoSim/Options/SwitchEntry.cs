namespace SfMarketo.MarketoSim.Options;

/// <summary>One switch by its name in the reference.</summary>
/// <param name="Name">As in shared/reference/marketo.md section 10.</param>
/// <param name="Settings">What it takes.</param>
/// <param name="Get">Reads it.</param>
/// <param name="Change">The options with the setting of that place in <paramref name="Settings"/>.</param>
internal sealed record SwitchEntry(string Name, string[] Settings, Func<MarketoSimOptions, string> Get, Func<MarketoSimOptions, int, MarketoSimOptions> Change)
{
    /// <exception cref="ArgumentException">The switch does not take the setting.</exception>
    public MarketoSimOptions Set(MarketoSimOptions options, string setting)
    {
        var place = Array.IndexOf(Settings, setting);
        return place >= 0
            ? Change(options, place)
            : throw new ArgumentException($"The switch '{Name}' takes {string.Join(", ", Settings)}, not '{setting}'.", nameof(setting));
    }
}
