using SfMarketo.Sync.Flows.OpportunityStages;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.Effects;

/// <summary>The ids of the programs and the list that opportunity stages move people between, by their names in the settings; asked once, statuses checked with them.</summary>
internal sealed class ProgramDirectory(OpportunityStageSettings settings, MarketoClient client)
{
    /// <summary>The code of a failure that only a change of the set-up mends.</summary>
    public const string Configuration = "configuration";

    private readonly Dictionary<string, int> programs = new(StringComparer.Ordinal);
    private int? list;
    private bool complete;

    /// <summary>Of a program that was resolved.</summary>
    public int ProgramId(string name) => programs[name];

    /// <summary>Of the suppression list, resolved.</summary>
    public int ListId => list ?? throw new InvalidOperationException("The suppression list was not resolved.");

    /// <summary>Asks anew at the next look.</summary>
    public void Forget()
    {
        programs.Clear();
        (list, complete) = (null, false);
    }

    /// <summary>Finds all names.</summary>
    /// <returns>Null, or why not; <see cref="Configuration"/> names what is missing.</returns>
    public async Task<CallFailure?> ResolveAsync(CancellationToken cancellationToken)
    {
        if (complete)
        {
            return null;
        }

        foreach (var track in new[] { settings.CustomerTrack, settings.LostTrack })
        {
            if (track is not null && (await ProgramAsync(track.Program, track.Status, cancellationToken)) is { } failure)
            {
                return failure;
            }
        }

        if (settings.SuppressBy == SuppressBy.List)
        {
            var found = await client.FindListAsync(settings.SuppressionList, Lane.Suppression, cancellationToken);
            if (!found.TryGetValue(out list, out var failure))
            {
                return failure;
            }

            if (list is null)
            {
                return Missing($"No static list is named '{settings.SuppressionList}'. Create it, or set OpportunityStages.SuppressionList to its name.");
            }
        }
        else
        {
            foreach (var program in settings.AcquisitionPrograms)
            {
                if (await ProgramAsync(program, null, cancellationToken) is { } failure)
                {
                    return failure;
                }
            }
        }

        complete = true;
        return null;
    }

    private async Task<CallFailure?> ProgramAsync(string name, string? status, CancellationToken cancellationToken)
    {
        var found = await client.FindProgramAsync(name, Lane.Suppression, cancellationToken);
        if (!found.TryGetValue(out var program, out var failure))
        {
            return failure;
        }

        if (program is null)
        {
            return Missing($"No program is named '{name}'. Create it, or name another one in OpportunityStages.");
        }

        programs[name] = program.Id;
        if (status is null)
        {
            return null;
        }

        var statuses = await client.GetChannelStatusesAsync(program.Channel, Lane.Suppression, cancellationToken);
        return !statuses.TryGetValue(out var known, out failure) ? failure
            : known is null || !known.Contains(status) ? Missing($"The channel '{program.Channel}' of program '{name}' has no status '{status}'. Add it, or name another one in OpportunityStages.")
            : null;
    }

    /// <summary>True for what only the set-up can mend: a program, list or status that is not there (any more), a permission that the role lacks.</summary>
    public static bool IsSetUp(CallFailure failure) => failure.Code is Configuration or "1025" or "1013" || failure.Action == ErrorAction.StopLane;

    /// <summary>What is wrong, for a person.</summary>
    public static string Reason(CallFailure failure) => failure.Code == Configuration ? failure.Message : $"Marketo answered {failure.Code}: {failure.Message}";

    private static CallFailure Missing(string text) => new(MarketoErrors.Api, Configuration, text, ErrorAction.QuarantineRecord, 200);
}
