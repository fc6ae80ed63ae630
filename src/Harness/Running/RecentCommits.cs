using SfMarketo.Kernel.Randomness;

namespace SfMarketo.Harness.Running;

/// <summary>Knows which of a life's last commits a power cut takes along.</summary>
/// <param name="time">The world's clock.</param>
/// <param name="draws">How many are lost.</param>
/// <param name="areSynced">True: a commit is on the disk before it is acknowledged.</param>
internal sealed class RecentCommits(TimeProvider time, Draws draws, bool areSynced)
{
    /// <summary>How long an unsynced commit may be lost before it is on the disk. Our choice: when a system writes its memory out unasked (Linux: after 30 s by default).</summary>
    private static readonly TimeSpan Unwritten = TimeSpan.FromSeconds(30);

    /// <summary>The first cannot be lost: it is what the log is cut back to when all others are.</summary>
    private readonly LinkedList<(DateTimeOffset At, int Frames)> commits = new();
    private string path = "";
    private bool isAcknowledged;

    /// <summary>Another life begins.</summary>
    /// <param name="statePath">Its state file.</param>
    public void Begin(string statePath)
    {
        path = statePath;
        commits.Clear();
    }

    /// <summary>A group is about to be committed.</summary>
    public void Before()
    {
        if (commits.Count == 0)
        {
            commits.AddLast((time.GetUtcNow(), StateFile.ReadLog(path).Frames));
        }
    }

    /// <summary>A group was committed and the engine does not know yet. Groups that only read leave nothing in the log.</summary>
    public void After()
    {
        var now = time.GetUtcNow();
        var frames = StateFile.ReadLog(path).Frames;
        var known = commits.Last!.Value.Frames;
        if (frames == known)
        {
            return;
        }

        if (frames < known)
        {
            // The log began anew, which it does when all of it is in the file, and synced.
            commits.Clear();
        }

        commits.AddLast((now, frames));
        isAcknowledged = false;
        while (commits.Count > 1 && now - commits.First!.Next!.Value.At > Unwritten)
        {
            commits.RemoveFirst();
        }
    }

    /// <summary>The engine knows of the last commit.</summary>
    public void Acknowledged() => isAcknowledged = true;

    /// <summary>The power fails.</summary>
    /// <returns>How many frames the log keeps, how many commits are gone and when the oldest of them was made.</returns>
    public (int Frames, int Lost, DateTimeOffset? Oldest) Cut()
    {
        var (frames, durable) = StateFile.ReadLog(path);
        if (commits.Count == 0)
        {
            return (frames, 0, null);
        }

        var now = time.GetUtcNow();
        var all = commits.ToList();
        var losable = all.Skip(1).Count(commit => commit.Frames > durable && now - commit.At <= Unwritten);
        var lost = areSynced ? (losable > 0 && !isAcknowledged ? draws.Next(0, 2) : 0) : losable > 0 ? draws.Next(1, losable + 1) : 0;
        return (all[^(lost + 1)].Frames, lost, lost > 0 ? all[^lost].At : null);
    }
}
