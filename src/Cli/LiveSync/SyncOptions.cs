using SfMarketo.Sync;

namespace SfMarketo.Cli.LiveSync;

/// <summary>What the command line of <c>sync</c> says.</summary>
/// <param name="EnvironmentFile">The file of <c>--env-file</c>; null: the one that <c>sim</c> writes, if it is there.</param>
/// <param name="State">The state file.</param>
/// <param name="Fresh">Begin with an empty state.</param>
/// <param name="Listen">Where outbound messages are taken; null: nowhere.</param>
/// <param name="Poll">How often the sources are asked; null: the engine's own intervals.</param>
/// <param name="Dialect">The forms in which Marketo is spoken to.</param>
internal sealed record SyncOptions(string? EnvironmentFile, string State, bool Fresh, Uri? Listen, TimeSpan? Poll, Dialect Dialect)
{
    public const string DefaultEnvironmentFile = ".sfmarketo/sim.env";

    public const string DefaultState = ".sfmarketo/sync.db";
}
