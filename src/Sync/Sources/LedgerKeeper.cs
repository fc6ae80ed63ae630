using System.Globalization;
using SfMarketo.Sync.Marketo;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Sync.Sources;

/// <summary>Stores the daily ledger's snapshot and corrects it by the vendor's own count: other users spend the same quota (engine.md R2).</summary>
internal sealed class LedgerKeeper(CallBudget budget, MarketoClient client, StateStore store)
{
    private LedgerSnapshot? saved;

    public async Task<CallFailure?> KeepAsync(CancellationToken cancellationToken)
    {
        if (budget.Ledger.CorrectionDue)
        {
            var usage = await client.GetUsageTodayAsync(Lane.Audit, cancellationToken);
            if (!usage.TryGetValue(out var today, out var failure))
            {
                return failure;
            }

            if (today is not null)
            {
                budget.Ledger.Correct(today.Date, today.Total);
            }
        }

        await SaveAsync();
        return null;
    }

    /// <summary>Stores the snapshot, if it changed. Also the last thing that an engine does: the next life goes on from the right count.</summary>
    public async Task SaveAsync()
    {
        var snapshot = budget.Ledger.Save();
        if (snapshot != saved)
        {
            await store.CommitAsync(state => state.Ledger.Put(Write(snapshot)));
            saved = snapshot;
        }
    }

    public static LedgerSnapshot? Read(FieldBag? fields) => fields is null
        ? null
        : new LedgerSnapshot(
            fields["day"].ToString(),
            (int)fields["calls"].AsNumber()!.Value,
            (int)fields["neighbours"].AsNumber()!.Value,
            fields["exhausted"].AsBoolean() == true,
            fields["resumesAt"].AsText() is { } at ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) : null,
            Enum.Parse<QuotaReset>(fields["reset"].ToString()));

    private static FieldBag Write(LedgerSnapshot snapshot) => new()
    {
        { "day", snapshot.Day },
        { "calls", snapshot.Calls },
        { "neighbours", snapshot.Neighbours },
        { "exhausted", snapshot.Exhausted },
        { "resumesAt", snapshot.ResumesAt?.ToString("O", CultureInfo.InvariantCulture) },
        { "reset", snapshot.Reset.ToString() },
    };
}
