using SfMarketo.SalesforceSim.Errors;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Org.Schema;
using SfMarketo.SalesforceSim.Org.Writing;

namespace SfMarketo.SalesforceSim.Bulk.Ingest;

/// <summary>Up to 200 rows that are written in one transaction, each for itself: one that fails takes no other along.</summary>
internal sealed class RowChunk
{
    public const int Size = 200;

    private readonly RowInput[] inputs = [.. Enumerable.Range(0, Size).Select(_ => new RowInput())];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private HashSet<string> repeated = [];

    /// <summary>The rows, to be filled before <see cref="Write"/>.</summary>
    public RowInput this[int row] => inputs[row];

    /// <summary>Writes the rows and commits.</summary>
    /// <param name="org">The org.</param>
    /// <param name="spec">What is done with them.</param>
    /// <param name="transaction">The chunk's.</param>
    /// <param name="refused">Asked for each row: the error that something outside of the row has for it; null for none.</param>
    /// <param name="outcomes">As many as there are rows.</param>
    public void Write(SalesforceOrg org, IngestSpec spec, Transaction transaction, Func<RowInput, RowError?> refused, Span<RowOutcome> outcomes)
    {
        ids.Clear();
        FindRepeated(spec, outcomes.Length);
        var assign = spec.AssignmentRuleId is not null || !org.Switches.BulkAssignmentNeedsRuleId;
        var part = new Transaction(org.Store, org.Recorder, transaction.At, transaction.Call, transaction.Actor, transaction.Cause, transaction.UserId, transaction) { Skew = transaction.Skew, AssignmentRuleId = spec.AssignmentRuleId };
        for (var row = 0; row < outcomes.Length; row++)
        {
            var input = inputs[row];
            outcomes[row] = refused(input) is { } error ? new RowOutcome(SentId(input), error, false) : WriteOne(org, spec, part, input, assign);
            if (outcomes[row].Error is null)
            {
                part.Commit();
            }
            else
            {
                part.Rollback();
            }
        }

        transaction.Commit();
    }

    private RowOutcome WriteOne(SalesforceOrg org, IngestSpec spec, Transaction part, RowInput input, bool assign) => spec.Operation switch
    {
        BulkOperation.Insert => Insert(org, part, input, assign),
        BulkOperation.Upsert => Upsert(org, spec.Key!, part, input, assign),
        BulkOperation.Update => FindRow(org, input, "update", out var row) is { } error ? new RowOutcome(SentId(input), error, false) : Of(org.Writer.Update(part, row!, input, assign), row!.Id, false),
        _ => FindRow(org, input, "delete", out var row) is { } error ? new RowOutcome(SentId(input), error, false) : Delete(org, spec.Operation, part, row!),
    };

    private static RowOutcome Insert(SalesforceOrg org, Transaction part, RowInput input, bool assign) =>
        input.Id is null ? Of(org.Writer.Create(part, input, assign), null, true) : new RowOutcome(null, RowErrors.IdOnInsert, false);

    private RowOutcome Upsert(SalesforceOrg org, SField key, Transaction part, RowInput input, bool assign)
    {
        if (key.Number == SystemFields.Id)
        {
            return input.Id is null ? Of(org.Writer.Create(part, input, assign), null, true)
                : FindRow(org, input, "upsert", out var named) is { } error ? new RowOutcome(SentId(input), error, false)
                : Of(org.Writer.Update(part, named!, input, assign), named!.Id, false);
        }

        // The value of the key is judged like any other; what is wrong with it is the row's error.
        if (input.Error is { } fault)
        {
            return new RowOutcome(null, fault, false);
        }

        if (KeyOf(input, key) is not { } value)
        {
            return new RowOutcome(null, new RowError(400, "MISSING_ARGUMENT", key.Name + " not specified", []), false);
        }

        if (repeated.Contains(value))
        {
            return new RowOutcome(null, new RowError(400, "DUPLICATE_VALUE", "Duplicate external id specified: " + value, [key.Name]), false);
        }

        var table = org.Store[input.Type];
        if (table.FindByUnique(key, value) is not { } match)
        {
            return input.Id is null ? Of(org.Writer.Create(part, input, assign), null, true) : new RowOutcome(SentId(input), RowErrors.IdOnInsert, false);
        }

        if (!key.Unique && table.FindByIndex(key, value).Where(row => !row.Deleted).OrderBy(row => row.Number).Select(row => row.Id).ToList() is { Count: > 1 } matches)
        {
            return new RowOutcome(null, RowErrors.DuplicateExternalId(key, matches), false);
        }

        return Of(org.Writer.Update(part, match, input, assign), match.Id, false);
    }

    private static RowOutcome Delete(SalesforceOrg org, BulkOperation operation, Transaction part, SRow row)
    {
        var outcome = Of(org.Writer.Delete(part, row), row.Id, false);
        if (operation == BulkOperation.HardDelete && outcome.Error is null)
        {
            // Not for the bin: gone as soon as it is committed.
            part.AfterCommit(() => org.Store[row.Type].Restore(row.Number, null));
        }

        return outcome;
    }

    private RowError? FindRow(SalesforceOrg org, RowInput input, string operation, out SRow? row)
    {
        row = null;
        if (input.Id is not { Length: > 0 } text)
        {
            return new RowError(400, "MISSING_ARGUMENT", $"Id not specified in an {operation} call".Replace("an delete", "a delete", StringComparison.Ordinal), []);
        }

        if (!SalesforceId.TryParse(text, out var id))
        {
            return RowErrors.MalformedId(text);
        }

        row = org.Store[input.Type].Find(id);
        return row is null ? RowErrors.MissingRow : !ids.Add(row.Id) && org.Switches.DuplicateIdsFail ? RowErrors.DuplicateId(row.Id) : null;
    }

    /// <summary>Keys that two rows of the chunk have: both fail.</summary>
    private void FindRepeated(IngestSpec spec, int count)
    {
        repeated.Clear();
        if (spec.Key is not { } key)
        {
            return;
        }

        var comparer = key.CaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        var keys = new HashSet<string>(count, comparer);
        repeated = new HashSet<string>(comparer);
        for (var row = 0; row < count; row++)
        {
            if (KeyOf(inputs[row], key) is { } value && !keys.Add(value))
            {
                repeated.Add(value);
            }
        }
    }

    private static string? KeyOf(RowInput input, SField key)
    {
        string? value = null;
        foreach (var (field, sent) in input.Values)
        {
            value = field == key ? sent as string : value;
        }

        return value;
    }

    private static RowOutcome Of(WriteResult result, string? id, bool created) => new(result.Row?.Id ?? id, result.Error, created && result.Error is null);

    private static string? SentId(RowInput input) => SalesforceId.TryParse(input.Id, out var id) ? id.ToString() : null;
}
