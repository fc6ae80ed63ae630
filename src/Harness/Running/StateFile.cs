using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SfMarketo.Harness.Running;

/// <summary>What a power cut does to a state file.</summary>
/// <remarks>
/// With <c>synchronous=NORMAL</c>, as runs have it unless the scenario says otherwise, SQLite brings the write-ahead log to the disk only at a checkpoint: a power cut
/// may take any number of the last commits, acknowledged ones too, and may cut a page in the middle, but what is left is a whole state of some moment before. With FULL,
/// the production setting, it takes only the commit under way (sqlite.org/pragma.html#pragma_synchronous, sqlite.org/walformat.html).
/// </remarks>
internal static class StateFile
{
    private const int LogHeader = 32;
    private const int FrameHeader = 24;

    // In the index of the log, in the byte order of the machine.
    private const int ValidFrames = 16;
    private const int CopiedFrames = 96;

    /// <summary>How far the log of an open state file reaches.</summary>
    /// <param name="path">The state file; the index of its log is beside it.</param>
    /// <returns>Frames of commits, and how many of them a checkpoint has brought to the file already; zeros when it is not open.</returns>
    public static (int Frames, int Durable) ReadLog(string path)
    {
        if (!File.Exists(path + "-shm"))
        {
            return (0, 0);
        }

        using var index = File.OpenHandle(path + "-shm", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> bytes = stackalloc byte[CopiedFrames + sizeof(int)];
        return RandomAccess.Read(index, bytes, 0) < bytes.Length ? (0, 0) : (MemoryMarshal.Read<int>(bytes[ValidFrames..]), MemoryMarshal.Read<int>(bytes[CopiedFrames..]));
    }

    /// <summary>Cuts the log, and leaves half a frame of the first commit that is gone or was under way.</summary>
    /// <param name="path">The state file, closed; its log is beside it.</param>
    /// <param name="frames">How many frames are kept: up to the end of a commit.</param>
    public static void Tear(string path, int frames)
    {
        if (!File.Exists(path + "-wal"))
        {
            return;
        }

        using var log = new FileStream(path + "-wal", FileMode.Open, FileAccess.ReadWrite);
        Span<byte> header = stackalloc byte[LogHeader];
        if (log.ReadAtLeast(header, LogHeader, throwOnEndOfStream: false) < LogHeader)
        {
            return;
        }

        var frame = FrameHeader + (long)BinaryPrimitives.ReadUInt32BigEndian(header[8..]);
        log.SetLength(LogHeader + (frames * frame) + (frame / 2));
    }
}
