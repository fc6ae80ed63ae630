using SfMarketo.Kernel.Recording;

namespace SfMarketo.SalesforceSim.Org;

/// <summary>Closed tasks and past events of more than a year ago: archived, seen by queryAll only (salesforce-data.md section 10.7). Looked for once a day; no commit, no stamp.</summary>
internal sealed class ActivityArchive
{
    private const int Kept = 365;

    private long nextTurn;

    public ActivityArchive()
    {
    }

    private ActivityArchive(ActivityArchive other) => nextTurn = other.nextTurn;

    /// <summary>Archives what has become old since the last look.</summary>
    /// <param name="store">The rows.</param>
    /// <param name="now">Microseconds since 1970 UTC.</param>
    public void Turn(OrgStore store, long now)
    {
        if (now < nextTurn)
        {
            return;
        }

        var today = Micros.ToInstant(now).UtcDateTime.Date;
        nextTurn = Micros.From(new DateTimeOffset(today.AddDays(1), TimeSpan.Zero));
        var oldest = DateOnly.FromDateTime(today).AddDays(-Kept);
        foreach (var name in (ReadOnlySpan<string>)["Task", "Event"])
        {
            Turn(store[name], oldest);
        }
    }

    public ActivityArchive Fork() => new(this);

    private static void Turn(SObjectTable table, DateOnly oldest)
    {
        var (archived, day, closed, created) = (table.Type.IsArchived!, table.Type.Field(table.Type.Name == "Task" ? "ActivityDate" : "EndDate"), table.Type.FindAny("IsClosed"), table.Type.Field("CreatedDate"));
        for (var number = 0; number < table.Count; number++)
        {
            if (table[number] is { Deleted: false } row && row[archived] is not true && (closed is null || row[closed] is true)
                && (row[day] as DateOnly? ?? DateOnly.FromDateTime(Micros.ToInstant((long)row[created]!).UtcDateTime)) < oldest)
            {
                var values = row.CopyValues();
                values[archived.Number] = Boxes.True;
                table.Put(new SRow(row.Type, row.Number, row.Version, row.Deleted, values, row.DeletedWith));
            }
        }
    }
}
