using SfMarketo.Sync.Flows.Engagement;
using SfMarketo.Sync.Salesforce;

namespace SfMarketo.Sync.Effects.ToSalesforce;

/// <summary>One Task to be made.</summary>
/// <param name="Fields">As sent.</param>
/// <param name="MayExist">It was tried before: it is looked for first, and what a person has edited in it since stays.</param>
/// <param name="Renews">It replaces what is there: a digest whose counts have grown.</param>
internal readonly record struct WantedTask(FieldBag Fields, bool MayExist, bool Renews)
{
    public string Key => Fields[EngagementFlow.KeyField].ToString();
}

/// <summary>Makes Tasks at most once: upsert by the key where the org can, else look-up and insert by one writer.</summary>
internal sealed class TaskWriter(SalesforceClient client, TaskShape shape)
{
    /// <summary>One outcome for each Task, in order, or why there is none; a look-up that fails leaves nothing in doubt.</summary>
    public async Task<CallResult<RecordOutcome[]>> WriteAsync(IReadOnlyList<WantedTask> tasks, CancellationToken cancellationToken)
    {
        var looked = await FindAsync([.. tasks.Where(task => task.MayExist || !shape.IsExternalId).Select(task => task.Key)], cancellationToken);
        if (!looked.TryGetValue(out var known, out var failure))
        {
            return failure.Action == ErrorAction.Ambiguous ? failure with { Action = ErrorAction.RetryLater } : failure;
        }

        var outcomes = new RecordOutcome[tasks.Count];
        var make = new List<int>(tasks.Count);
        var renew = new List<int>();
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (!known.TryGetValue(tasks[i].Key, out var id))
            {
                make.Add(i);
            }
            else if (!tasks[i].Renews)
            {
                outcomes[i] = new RecordOutcome(i, "updated", id.ToString(), null, false);
            }
            else
            {
                (shape.IsExternalId ? make : renew).Add(i);
            }
        }

        var made = await SendAsync(make, outcomes, MakeAsync);
        return made ?? await SendAsync(renew, outcomes, RenewAsync) ?? (CallResult<RecordOutcome[]>)outcomes;

        Task<CallResult<RecordOutcome[]>> MakeAsync(List<int> places) => shape.IsExternalId
            ? client.UpsertManyAsync("Task", EngagementFlow.KeyField, [.. places.Select(place => Upserted(tasks[place].Fields))], AutoAssign.False, cancellationToken)
            : client.CreateManyAsync("Task", [.. places.Select(place => tasks[place].Fields)], AutoAssign.False, cancellationToken);

        Task<CallResult<RecordOutcome[]>> RenewAsync(List<int> places) => client.UpdateManyAsync(
            [.. places.Select(place => ("Task", known[tasks[place].Key], Upserted(tasks[place].Fields)))], allOrNone: false, AutoAssign.False, cancellationToken);
    }

    private static async Task<CallFailure?> SendAsync(List<int> places, RecordOutcome[] outcomes, Func<List<int>, Task<CallResult<RecordOutcome[]>>> send)
    {
        if (places.Count == 0)
        {
            return null;
        }

        var result = await send(places);
        if (!result.TryGetValue(out var sent, out var failure))
        {
            return failure;
        }

        for (var i = 0; i < places.Count; i++)
        {
            outcomes[places[i]] = sent[i] with { Index = places[i] };
        }

        return null;
    }

    private async Task<CallResult<Dictionary<string, SalesforceId>>> FindAsync(List<string> keys, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, SalesforceId>(StringComparer.OrdinalIgnoreCase);
        if (keys.Count == 0)
        {
            return known;
        }

        var result = await client.QueryAllPagesAsync(
            $"SELECT Id, {EngagementFlow.KeyField} FROM Task WHERE {EngagementFlow.KeyField} IN ({Soql.List(keys)})", deletedToo: false, Soql.MostRows, cancellationToken);
        if (!result.TryGetValue(out var rows, out var failure))
        {
            return failure;
        }

        foreach (var row in rows)
        {
            known[row[EngagementFlow.KeyField].ToString()] = SalesforceId.Parse(row["Id"].ToString());
        }

        return known;
    }

    /// <summary>TaskSubtype can be given at the creation only, where Task is its default; an upsert that meets an existing Task is refused for it.</summary>
    private FieldBag Upserted(FieldBag fields)
    {
        if (!shape.IsSubtypeUpdateable)
        {
            fields.Remove("TaskSubtype");
        }

        return fields;
    }
}
