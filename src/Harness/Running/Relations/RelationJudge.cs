using SfMarketo.Harness.Checks;
using SfMarketo.Harness.Reports;

namespace SfMarketo.Harness.Running.Relations;

/// <summary>Compares a run with the same run changed.</summary>
internal static class RelationJudge
{
    private const int Kept = 50;

    /// <summary>A report as of a check. Examined are the lines of both ends.</summary>
    public static CheckReport Compare(Relation relation, PlayedRun first, PlayedRun changed)
    {
        var found = new List<string>();
        if (changed.Result.Failure is { } failure)
        {
            found.Add("The changed run broke off: " + failure);
        }

        if (OtherActs(first.Trail.Acts, changed.Trail.Acts) is { } act)
        {
            found.Add($"The ends cannot be compared, because people did other things in the changed run, as they act on what the engine made. First: {act}");
        }
        else
        {
            found.AddRange(CanonicalEnd.Differences(first.End, changed.End));
        }

        foreach (var check in changed.Result.Checks.Where(check => !check.Passed))
        {
            var kept = first.Result.Checks.FirstOrDefault(before => before.Id == check.Id);
            if (kept is null or { Passed: true })
            {
                found.Add($"In the changed run {check.Id} is broken ({check.Title}): {(check.Violations is [var one, ..] ? one.What : "it examined nothing")}");
            }
        }

        long examined = first.End.Count + changed.End.Count;
        if (relation.Touches)
        {
            examined += changed.Touched;
            found.AddRange(JudgeTouch(first, changed));
        }

        return new CheckReport(relation.Id, relation.Title, found.Count == 0 && examined > 0, examined, [.. found.Take(Kept).Select(what => new ViolationReport(Masked(what), null, "", []))]);
    }

    private static IEnumerable<string> JudgeTouch(PlayedRun first, PlayedRun changed)
    {
        if (changed.Touched == 0)
        {
            yield return "There was no Lead or Contact to save again";
        }

        if (changed.Trail.LateReads < changed.Touched)
        {
            yield return $"{changed.Touched} rows were saved again, and {changed.Trail.LateReads} were read since";
        }

        foreach (var write in CanonicalEnd.Differences([.. first.Trail.LateWrites.Order(StringComparer.Ordinal)], [.. changed.Trail.LateWrites.Order(StringComparer.Ordinal)]))
        {
            yield return "Written after the people had gone, " + write;
        }
    }

    private static string? OtherActs(IReadOnlyList<string> first, IReadOnlyList<string> changed)
    {
        for (var place = 0; place < Math.Max(first.Count, changed.Count); place++)
        {
            var (one, other) = (place < first.Count ? first[place] : "nothing", place < changed.Count ? changed[place] : "nothing");
            if (one != other)
            {
                return $"{other} instead of {one}";
            }
        }

        return null;
    }

    /// <summary>Reports leave the house; addresses do not: what stands before the @ is cut to its first letters.</summary>
    private static string Masked(string text)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at > 0; at = text.IndexOf('@', at + 1))
        {
            var begin = at;
            while (begin > 0 && !char.IsWhiteSpace(text[begin - 1]) && text[begin - 1] is not ('\'' or '<'))
            {
                begin--;
            }

            var keep = Math.Min(begin + 3, at);
            text = string.Concat(text.AsSpan(0, keep), "***", text.AsSpan(at));
            at = keep + 3;
        }

        return text;
    }
}
