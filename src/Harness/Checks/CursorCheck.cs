using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Checks;

/// <summary>A12: no cursor stands past a row that the engine was never given or has not kept, and none stands in the future.</summary>
/// <remarks>
/// Everything up to a cursor's safe mark counts as seen and is never read again, so that such a row is lost. Salesforce's rows must have been given. Of Marketo's logs, whose
/// rows may be late, the safe mark is where the last look back began (R4: a trailing window of 30 minutes), and each row of the last day must be in the inbox by its key; where the engine reads people by
/// their last change instead, each change must have been given. Source: engine.md R4, A12.
/// </remarks>
internal sealed class CursorCheck(ReadWatch reads) : StateCheck("A12", "No cursor stands past a row that was not read or not kept")
{
    private const string SalesforceStream = "salesforce.";
    private const string LeadChanges = "marketo.leadchanges";
    private const string Activities = "marketo.activities";
    private const string UpdatedAt = "marketo.updatedAt";
    private const string LookedBack = ".rescan";
    private const long TrailingWindow = 30 * 60 * Micros.PerSecond;
    private const long KeysKept = 24 * 3600 * Micros.PerSecond;

    protected override void Judge(SystemsState end, EngineState engine)
    {
        var marks = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var cursor in engine.Cursors)
        {
            Examined++;
            if (cursor.SafeMark > end.At)
            {
                Violate($"The cursor of {cursor.Stream} stands {(cursor.SafeMark - end.At) / Micros.PerSecond} s after the end of the run", null, "cursor " + cursor.Stream);
            }

            marks[cursor.Stream] = cursor.SafeMark;
        }

        if (!marks.Keys.Any(stream => stream.StartsWith(SalesforceStream, StringComparison.Ordinal)))
        {
            Violate("The state has no cursor of a Salesforce stream", null);
        }

        Examined += reads.Rows.Changes;
        foreach (var row in reads.Rows.Due)
        {
            // The wire shows whole seconds: a change of the mark's own second is still read.
            if (marks.TryGetValue(SalesforceStream + row.Object, out var mark) && row.At / Micros.PerSecond < mark / Micros.PerSecond)
            {
                Violate($"The cursor stands {(mark - row.At) / Micros.PerSecond} s past its last change, which was never read", row.At, $"{row.Object} {row.Id}");
            }
        }

        JudgeLogs(marks, end, engine);
    }

    private void JudgeLogs(Dictionary<string, long> marks, SystemsState end, EngineState engine)
    {
        var people = marks.ContainsKey(LeadChanges) ? LeadChanges : UpdatedAt;
        if (SafeMark(marks, people) is not { } peopleMark || SafeMark(marks, Activities) is not { } activityMark)
        {
            return;
        }

        foreach (var row in reads.Log.Due)
        {
            JudgeLog(row, isThere: false, "was never read");
        }

        foreach (var (guid, row) in reads.Log.Recent.Where(one => one.Row.At >= end.At - KeysKept && !reads.Log.IsDue(one.Guid) && (people == LeadChanges || one.Row.Object == RecordWords.Activity)))
        {
            JudgeLog(row, engine.MarketoKeys.Contains(guid), $"is not in the inbox as {guid}");
        }

        // A score changes by a plain write or by a step, which is an activity: both feeds must have passed it.
        void JudgeLog(DueRow row, bool isThere, string what)
        {
            Examined++;
            var mark = row.Object == RecordWords.Activity ? activityMark : Math.Min(peopleMark, activityMark);
            if (!isThere && row.At < mark)
            {
                Violate($"The cursor stands {(mark - row.At) / Micros.PerSecond} s past its change, which {what}", row.At, $"{row.Object} {row.Id}");
            }
        }
    }

    private static long? SafeMark(Dictionary<string, long> marks, string stream) =>
        !marks.TryGetValue(stream, out var mark) ? null : marks.TryGetValue(stream + LookedBack, out var back) ? Math.Min(mark, back) - TrailingWindow : mark - TrailingWindow;
}
