namespace SfMarketo.Harness.Records;

/// <summary>The first place where the files of two runs differ.</summary>
/// <param name="File">Its name in both folders.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="First">The line around the column in the first run; null when the run has no such line.</param>
/// <param name="Second">The same in the second run.</param>
public sealed record RunDifference(string File, long Line, int Column, string? First, string? Second)
{
    private const int Before = 50;
    private const int Behind = 70;

    // In the order in which a run comes by them: what came first is the cause.
    private static readonly string[] AtStart = ["settings.json", "start.jsonl"];
    private static readonly string[] AtEnd = ["end.jsonl", "result.json"];

    /// <summary>Compares two runs in the order in which they wrote their records.</summary>
    /// <returns>Null when they are the same.</returns>
    /// <exception cref="RecordException">One of the folders cannot be read.</exception>
    public static RunDifference? Find(string first, string second) =>
        AtStart.Select(file => InFile(first, second, file)).FirstOrDefault(found => found is not null)
        ?? InRecords(first, second)
        ?? AtEnd.Select(file => InFile(first, second, file)).FirstOrDefault(found => found is not null);

    private static RunDifference? InRecords(string first, string second)
    {
        using var one = RunLines.Read(first).GetEnumerator();
        using var other = RunLines.Read(second).GetEnumerator();
        while (true)
        {
            var (hasOne, hasOther) = (one.MoveNext(), other.MoveNext());
            if (!hasOne && !hasOther)
            {
                return null;
            }

            var (here, there) = (hasOne ? one.Current : (RunLine?)null, hasOther ? other.Current : (RunLine?)null);
            if (here?.File != there?.File)
            {
                // Each has another record next: shown by the first run's file, or by the one that goes on.
                var shown = here ?? there!.Value;
                return new RunDifference(shown.File.Name, shown.Number, 1, Named(here), Named(there));
            }

            if (here!.Value.Text != there!.Value.Text)
            {
                return At(here.Value.File.Name, here.Value.Number, here.Value.Text, there.Value.Text);
            }
        }
    }

    private static RunDifference? InFile(string first, string second, string file)
    {
        var (one, other) = (Lines(first, file), Lines(second, file));
        for (var number = 0; number < Math.Max(one.Length, other.Length); number++)
        {
            var (here, there) = (one.ElementAtOrDefault(number), other.ElementAtOrDefault(number));
            if (here != there)
            {
                return At(file, number + 1, here, there);
            }
        }

        return null;
    }

    private static string[] Lines(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return System.IO.File.Exists(path) ? System.IO.File.ReadAllLines(path) : [];
    }

    private static RunDifference At(string file, long line, string? first, string? second)
    {
        var column = (first ?? "").AsSpan().CommonPrefixLength(second ?? "");
        return new RunDifference(file, line, column + 1, Around(first, column), Around(second, column));
    }

    private static string? Named(RunLine? line) => line is { } there ? $"{there.File.Name}:{there.Number} {Around(there.Text, 0)}" : null;

    private static string? Around(string? text, int column)
    {
        if (text is null)
        {
            return null;
        }

        var (from, to) = (Math.Max(0, column - Before), Math.Min(text.Length, column + Behind));
        return $"{(from > 0 ? "..." : "")}{text[from..to]}{(to < text.Length ? "..." : "")}";
    }
}
