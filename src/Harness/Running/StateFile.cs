using System.Buffers.Binary;

namespace SfMarketo.Harness.Running;

/// <summary>What a power cut does to a state file.</summary>
/// <remarks>
/// With <c>synchronous=NORMAL</c>, as runs have it, SQLite brings the write-ahead log to the disk only at a checkpoint: a power cut may take any number of the last
/// commits, acknowledged ones too, and may cut a page in the middle, but what is left is a whole state of some moment before (sqlite.org/pragma.html#pragma_synchronous,
/// sqlite.org/walformat.html). With FULL, the production setting, it takes only the commit under way.
/// </remarks>
internal static class StateFile
{
    private const int LogHeader = 32;
    private const int FrameHeader = 24;

    /// <summary>Cuts the last commits off the log, and leaves half of a page of the first that is gone.</summary>
    /// <param name="path">The state file; its log is beside it.</param>
    /// <param name="commits">How many are lost, when the log still holds so many.</param>
    /// <returns>How many were lost.</returns>
    public static int Tear(string path, int commits)
    {
        var log = path + "-wal";
        if (!File.Exists(log))
        {
            return 0;
        }

        var bytes = File.ReadAllBytes(log);
        var (ends, frame) = Commits(bytes);
        var lost = Math.Min(commits, ends.Count);
        if (lost == 0)
        {
            return 0;
        }

        var kept = ends.Count == lost ? LogHeader : ends[^(lost + 1)];
        using var file = new FileStream(log, FileMode.Open, FileAccess.Write);
        file.SetLength(kept + (frame / 2));
        return lost;
    }

    /// <summary>Where in the log each commit ends, and how long a frame is. Frames of an earlier round of the log bear other salts.</summary>
    private static (List<int> Ends, int Frame) Commits(ReadOnlySpan<byte> log)
    {
        List<int> ends = [];
        if (log.Length < LogHeader)
        {
            return (ends, 0);
        }

        var frame = FrameHeader + (int)BinaryPrimitives.ReadUInt32BigEndian(log[8..]);
        var salts = log.Slice(16, 8);
        for (var at = LogHeader; at + frame <= log.Length && log.Slice(at + 8, 8).SequenceEqual(salts); at += frame)
        {
            // Only the last frame of a commit says how large the database is then.
            if (BinaryPrimitives.ReadUInt32BigEndian(log[(at + 4)..]) != 0)
            {
                ends.Add(at + frame);
            }
        }

        return (ends, frame);
    }
}
