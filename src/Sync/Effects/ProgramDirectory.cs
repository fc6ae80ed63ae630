using SfMarketo.Sync.Flows.OpportunityStages;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;

namespace SfMarketo.Sync.Effects;

/// <summary>The ids of the programs and the list that opportunity stages move people between, by their names in the settings; asked once, statuses checked with them.</summary>
internal sealed class ProgramDirectory(OpportunityStageSettings settings, MarketoClient client)
{
    /// <summary>The code of a failure that only a change of the set-up mends.</summary>
    public const string Configuration = "configuration";

    private volatile ProgramIds? known;

    /// <summary>Asks anew at the next look.</summary>
    public void Forget() => known = null;

    /// <summary>Finds all names.</summary>
    /// <returns>The ids; a failure of code <see cref="Configuration"/> names what is missing.</returns>
    public async Task<CallResult<ProgramIds>> ResolveAsync(CancellationToken cancellationToken)
    {
        if (known is { } ids)
        {
            return ids;
        }

        var programs = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var track in new[] { settings.CustomerTrack, settings.LostTrack })
        {
            if (track is not null && await AddAsync(programs, track.Program, track.Status, cancellationToken) is { } failure)
            {
                return failure;
            }
        }

        int? list = null;
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
                if (await AddAsync(programs, program, null, cancellationToken) is { } failure)
                {
                    return failure;
                }
            }
        }

        known = ids = new ProgramIds(programs, list);
        return ids;
    }

    /// <summary>True for what only the set-up can mend: a program, list or status that is not there (any more), a permission that the role lacks.</summary>
    public static bool IsSetUp(CallFailure failure) => failure.Code is Configuration or "1025" or "1013" || failure.Action == ErrorAction.StopLane;

    /// <summary>What is wrong, for a person.</summary>
    public static string Reason(CallFailure failure) => failure.Code == Configuration ? failure.Message : $"Marketo answered {failure.Code}: {failure.Message}";

    private async Task<CallFailure?> AddAsync(Dictionary<string, int> programs, string name, string? status, CancellationToken cancellationToken)
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
        return !statuses.TryGetValue(out var offered, out failure) ? failure
            : offered is null || !offered.Contains(status) ? Missing($"The channel '{program.Channel}' of program '{name}' has no status '{status}'. Add it, or name another one in OpportunityStages.")
            : null;
    }

    private static CallFailure Missing(string text) => new(MarketoErrors.Api, Configuration, text, ErrorAction.QuarantineRecord, 200);
}

/// <summary>Ids in Marketo by the names in the settings.</summary>
/// <param name="Programs">Of the tracks and, where memberships are deleted, of the acquisition programs.</param>
/// <param name="List">Of the suppression list; null where memberships are deleted.</param>
internal sealed record ProgramIds(IReadOnlyDictionary<string, int> Programs, int? List);
