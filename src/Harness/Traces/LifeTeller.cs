using System.Globalization;
using SfMarketo.Harness.Records;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.Harness.Traces;

/// <summary>Turns what was collected of a life into events in order of time. Pure.</summary>
internal sealed class LifeTeller(LifeDraft life, LifeRecords records)
{
    private readonly List<TraceEvent> events = [];

    public IReadOnlyList<TraceEvent> Tell()
    {
        Changes();
        records.Readings.ForEach(Read);
        records.Messages.ForEach(Message);
        Asked();
        return [.. events.OrderBy(one => one.At)];
    }

    private void Changes()
    {
        var gaps = new GapFinder();
        var told = new List<TraceEvent>();
        foreach (var commit in records.Commits.OrderBy(commit => commit.At))
        {
            told.Add(Change(commit) with { Gap = gaps.Next(commit) });
        }

        // A life without its other half cannot tell.
        var left = life.HasSide(RecordFolder.Marketo) && life.HasSide(RecordFolder.Salesforce) ? gaps.LeftBehind() : new HashSet<(string, long)>();
        events.AddRange(told.Select(one => one with { IsLeftBehind = left.Contains((one.Sim, one.Version)) }));
    }

    private TraceEvent Change(CommitEntry commit)
    {
        var who = commit.Actor switch { Actor.Human => "human: " + commit.Cause, Actor.Rule => "rule: " + commit.Cause, _ => commit.Cause };
        var fields = commit.Fields.Select(change => new TraceField(change.Name, TraceWords.Value(change.Old), TraceWords.Value(change.New)));
        return new TraceEvent(commit.At, "change", commit.Sim, who, $"{commit.Object} {commit.Id} {commit.Op}{(commit.Fields.Count == 0 ? ", no field changed" : "")}")
        {
            Record = CommitTies.Self(commit),
            Version = commit.Seq,
            Fields = [.. fields],
            Call = CallOf(commit.Sim, commit.Call),
        };
    }

    private void Read(Reading reading)
    {
        var again = reading.LastAgain is not { } last ? "" : string.Create(CultureInfo.InvariantCulture, $", {Times(reading.Again)} until {TraceWords.Instant(last)}");
        var made = records.Commits.Exists(commit => commit.Sim == reading.Sim && commit.Seq == reading.Version) ? "" : ", as it was at the start";
        events.Add(new TraceEvent(reading.At, "read", reading.Sim, ClientOf(reading.Sim, reading.Call), string.Create(CultureInfo.InvariantCulture, $"{reading.Key} read in version {reading.Version}{made}{again}"))
        {
            Record = reading.Key,
            Version = reading.Version,
            Call = CallOf(reading.Sim, reading.Call),
        });
    }

    private void Message(MessageEntry message)
    {
        foreach (var item in message.Notifications.Where(item => life.Has(RecordKey.Row(item.RowId)) || life.Related.Contains(item.RowId) || life.Accounts.Contains(item.RowId)).DistinctBy(item => (item.RowId, item.Version)))
        {
            var answer = message.Answer == "dropped" ? "given up" : string.Create(CultureInfo.InvariantCulture, $"attempt {message.Attempt}: {message.Answer} {message.Status} in {TraceWords.Span(message.TookMicros)}");
            var version = item.Version == 0 ? "without its values: it was deleted" : string.Create(CultureInfo.InvariantCulture, $"in version {item.Version}");
            events.Add(new TraceEvent(message.At, "message", message.Sim, message.Definition, string.Create(CultureInfo.InvariantCulture, $"{item.Object} {item.RowId} sent {version}, message {message.Message}, {answer}"))
            {
                Record = new RecordKey(message.Sim, item.Object, item.RowId),
                Version = item.Version,
            });
        }
    }

    /// <summary>Calls that named it in vain: the first of each kind, with how often it came again; a refusal each time.</summary>
    private void Asked()
    {
        var names = new CallNames(life);
        foreach (var kind in records.Asked.GroupBy(call => (call.Sim, call.Client, call.Method, call.Path, Query: Shape(call.Query), IsRefused(call) ? call.Call : 0)))
        {
            var first = kind.First();
            var more = kind.Count() - 1;
            var again = more == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {Times(more)} until {TraceWords.Instant(kind.Last().At)}");
            var what = IsRefused(first) ? $"refused: {names.Find(first)} was named" : string.Create(CultureInfo.InvariantCulture, $"asked for {names.Find(first)}{By(first.Query)}: {(first.Records == 0 ? "nothing" : $"{first.Records} records, none known to be of this life")}{again}");
            events.Add(new TraceEvent(first.At, "asked", first.Sim, first.Client, what) { Call = TraceCall.Of(first) });
        }
    }

    private static string Times(int again) => again == 1 ? "once more" : string.Create(CultureInfo.InvariantCulture, $"{again} times more");

    private static bool IsRefused(in CallEntry call) => call.Status >= 400 || call.Codes.Count > 0 || call.Fault is not null;

    /// <summary>A query without its values: what kind of question it is.</summary>
    private static string Shape(string query) => string.Join('&', query.Split('&').Where(part => !part.StartsWith("nextPageToken", StringComparison.Ordinal)).Select(part => part.Length > 60 ? part[..60] : part));

    private static string By(string query)
    {
        const string Filter = "filterType=";
        var at = query.IndexOf(Filter, StringComparison.Ordinal);
        return at < 0 ? "" : " by " + query[(at + Filter.Length)..].Split('&')[0];
    }

    private TraceCall? CallOf(string sim, long call) => call == 0 ? null
        : records.Calls.TryGetValue((sim, call), out var entry) ? TraceCall.Of(entry)
        : new TraceCall(call, "", "", 0, [], 0, null);

    private string ClientOf(string sim, long call) => records.Calls.TryGetValue((sim, call), out var entry) ? entry.Client : "";
}
