namespace SfMarketo.Kernel.Recording;

/// <summary>Numbers a simulator's records and hands them to the sinks.</summary>
public sealed class Recorder(string sim)
{
    private readonly List<IRecordSink> sinks = [];
    private long calls;
    private long lines;
    private long commits;
    private long messages;

    /// <summary>The simulator's name, in every record.</summary>
    public string Sim { get; } = sim;

    /// <summary>Number of the last commit: the version of the record it changed.</summary>
    public long LastCommit => commits;

    /// <summary>Goes on with the numbers of the recorder of the simulator that this one was forked from, so that versions of records keep growing.</summary>
    public void ContinueFrom(Recorder origin) => (calls, lines, commits, messages) = (origin.calls, origin.lines, origin.commits, origin.messages);

    /// <summary>Goes on after the versions of another recorder whose records are taken over; calls and lines count on as they were.</summary>
    public void ContinueAfter(Recorder origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        commits = Math.Max(commits, origin.commits);
    }

    /// <summary>Somebody looks: what only records tell need not be put together for nobody.</summary>
    public bool IsHeard => sinks.Count > 0;

    public void Add(IRecordSink sink) => sinks.Add(sink);

    public void Remove(IRecordSink sink) => sinks.Remove(sink);

    public long NextCall() => Interlocked.Increment(ref calls);

    /// <summary>Writes the journal line of a call that has ended. <see cref="CallEntry.Seq"/> and <see cref="CallEntry.Sim"/> are filled in here.</summary>
    public void Call(CallEntry entry)
    {
        entry = entry with { Seq = ++lines, Sim = Sim };
        foreach (var sink in sinks)
        {
            sink.OnCall(entry);
        }
    }

    /// <summary>Writes one commit and returns its number, the record's new version.</summary>
    public long Commit(long call, long at, string @object, string id, string op, Actor actor, string cause, IReadOnlyList<FieldChange> fields, long log = 0)
    {
        var entry = new CommitEntry(++commits, Sim, call, at, @object, id, op, actor, cause, fields) { Log = log };
        foreach (var sink in sinks)
        {
            sink.OnCommit(entry);
        }

        return commits;
    }

    public void Delivered(long call, long at, IReadOnlyList<DeliveredItem> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        var entry = new DeliveredEntry(call, Sim, at, items);
        foreach (var sink in sinks)
        {
            sink.OnDelivered(entry);
        }
    }

    /// <summary>Writes one attempt at a pushed message. <see cref="MessageEntry.Seq"/> and <see cref="MessageEntry.Sim"/> are filled in here.</summary>
    public void Message(MessageEntry entry)
    {
        entry = entry with { Seq = ++messages, Sim = Sim };
        foreach (var sink in sinks)
        {
            sink.OnMessage(entry);
        }
    }
}
