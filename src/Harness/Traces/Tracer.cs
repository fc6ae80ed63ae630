using SfMarketo.Harness.Records;
using SfMarketo.Harness.Reports;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Traces;

/// <summary>Tells lives from a run's records. Reads files only, keeps what belongs to the lives it tells.</summary>
public static class Tracer
{
    private const long Minute = 60 * Micros.PerSecond;

    /// <exception cref="RecordFormatException">A line of the records is damaged or cut off.</exception>
    public static TraceResult Trace(RecordFolder records, TraceQuery query)
    {
        var lives = new List<Life>();
        foreach (var draft in new LifeFinder(records).Find(query))
        {
            var found = new LifeCollector(records, draft, query.WithCompany).Collect();
            lives.Add(new Life(draft.Members, [.. draft.Emails], new LifeTeller(draft, found).Tell(), [.. draft.Notes, .. Notes(draft, query.WithCompany)]));
        }

        return new TraceResult(query, records.Path, Start(records), lives, lives.Count == 0 ? new NearestKeys(records).Of(query) : []);
    }

    private static IEnumerable<string> Notes(LifeDraft life, bool withCompany)
    {
        if (life.Members.Exists(member => member.IsSeeded))
        {
            yield return "Seeding is not recorded: of records that were there before the run only reads and old values of changes are known.";
        }

        foreach (var sim in RecordFolder.Sims.Where(sim => !life.HasSide(sim) && life.Members[0].Key.IsHuman))
        {
            yield return $"No {sim} record is known to belong to it: there was none, or it was linked before the run and the records do not say to which.";
        }

        if (withCompany && life.Accounts.Count == 0)
        {
            yield return "No account of it is known: it has none, or it was there before the run and nobody changed it.";
        }
    }

    /// <summary>The run's own, as its result has it; of records alone the whole minute before the first of them.</summary>
    private static long Start(RecordFolder records)
    {
        if (ResultFile.ReadStart(records.Path) is { } start)
        {
            return Micros.From(start);
        }

        var first = RecordFolder.Sims
            .SelectMany(sim => records.Calls(sim).Take(1).Select(call => call.At).Concat(records.Commits(sim).Take(1).Select(commit => commit.At)))
            .DefaultIfEmpty(0)
            .Min();
        return first - (first % Minute);
    }
}
