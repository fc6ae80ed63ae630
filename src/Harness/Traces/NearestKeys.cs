using SfMarketo.Harness.Records;

namespace SfMarketo.Harness.Traces;

/// <summary>Ids or addresses of the records that are most like one they do not hold.</summary>
internal sealed class NearestKeys(RecordFolder records)
{
    private const int Most = 5;

    /// <summary>Up to five, the likest first.</summary>
    public IReadOnlyList<string> Of(TraceQuery query)
    {
        var wanted = query.Text.ToUpperInvariant();
        var farthest = Math.Max(2, wanted.Length / 3);
        var best = new SortedSet<(int Distance, string Key)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in Known(query))
        {
            if (Math.Abs(key.Length - wanted.Length) > farthest || !seen.Add(key))
            {
                continue;
            }

            best.Add((Distance(wanted, key.ToUpperInvariant()), key));
            if (best.Count > Most)
            {
                best.Remove(best.Max);
            }
        }

        return [.. best.Where(one => one.Distance <= farthest).Select(one => one.Key)];
    }

    private IEnumerable<string> Known(TraceQuery query) => query.IsEmail
        ? RecordFolder.Sims.SelectMany(sim => records.Commits(sim)).SelectMany(CommitTies.Emails)
        : records.Commits(query.Record!.Value.Sim).Where(commit => commit.Sim == RecordFolder.Salesforce || CommitTies.IsHuman(commit)).Select(commit => commit.Id)
            .Concat(records.Delivered(query.Record!.Value.Sim).SelectMany(read => read.Items).Where(item => query.Record!.Value.Sim == RecordFolder.Salesforce || item.Object == RecordKey.PersonObject).Select(item => item.Id));

    /// <summary>Letters to change, add or leave out (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var row = new int[other.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
