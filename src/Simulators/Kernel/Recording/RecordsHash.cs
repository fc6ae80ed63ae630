using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SfMarketo.Kernel.Recording;

/// <summary>SHA-256 over every member of every record, in the order in which they are made. Two runs with one hash wrote the same record files.</summary>
/// <remarks>Add one instance to both recorders. The form is fixed: a kind, numbers as eight bytes, texts as their length and UTF-16 units, lists as their length and items.</remarks>
public sealed class RecordsHash : IRecordSink, IDisposable
{
    private const int BlockSize = 32 * 1024;

    private readonly IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] block = new byte[BlockSize];
    private int used;

    public void OnCall(in CallEntry entry)
    {
        Kind('j');
        Add(entry.Seq);
        Add(entry.Sim);
        Add(entry.Call);
        Add(entry.At);
        Add(entry.DoneAt);
        Add(entry.Client);
        Add(entry.Method);
        Add(entry.Path);
        Add(entry.Query);
        Add(entry.Status);
        Add(entry.Codes.Count);
        foreach (var code in entry.Codes)
        {
            Add(code);
        }

        Add(entry.Records);
        Add(entry.BytesIn);
        Add(entry.BytesOut);
        Add(entry.Fault);
        if (entry.Guidance is not null)
        {
            Kind('g');
            Add(entry.Guidance);
        }

        if (entry.Operation is not null)
        {
            Kind('o');
            Add(entry.Operation);
        }
    }

    public void OnCommit(in CommitEntry entry)
    {
        Kind('c');
        Add(entry.Seq);
        Add(entry.Sim);
        Add(entry.Call);
        Add(entry.At);
        Add(entry.Object);
        Add(entry.Id);
        Add(entry.Op);
        Add((int)entry.Actor);
        Add(entry.Cause);
        Add(entry.Fields.Count);
        foreach (var field in entry.Fields)
        {
            Add(field.Name);
            AddValue(field.Old);
            AddValue(field.New);
        }

        Add(entry.Log);
    }

    public void OnDelivered(in DeliveredEntry entry)
    {
        Kind('d');
        Add(entry.Call);
        Add(entry.Sim);
        Add(entry.At);
        Add(entry.Items.Count);
        foreach (var item in entry.Items)
        {
            Add(item.Object);
            Add(item.Id);
            Add(item.Version);
        }
    }

    public void OnMessage(in MessageEntry entry)
    {
        Kind('m');
        Add(entry.Seq);
        Add(entry.Sim);
        Add(entry.At);
        Add(entry.Definition);
        Add(entry.Message);
        Add(entry.Notifications.Count);
        foreach (var item in entry.Notifications)
        {
            Add(item.Id);
            Add(item.Object);
            Add(item.RowId);
            Add(item.Version);
        }

        Add(entry.Attempt);
        Add(entry.Answer);
        Add(entry.Status);
        Add(entry.TookMicros);
    }

    /// <summary>The hash of all records so far, 64 hexadecimal digits in lower case.</summary>
    public string Finish()
    {
        Flush();
        return Convert.ToHexStringLower(sha.GetCurrentHash());
    }

    public void Dispose() => sha.Dispose();

    private void Kind(char kind)
    {
        if (used == BlockSize)
        {
            Flush();
        }

        block[used++] = (byte)kind;
    }

    private void Add(long number)
    {
        if (used > BlockSize - sizeof(long))
        {
            Flush();
        }

        Write(number);
    }

    private void Add(string? text)
    {
        if (text is null)
        {
            Add(-1);
            return;
        }

        // UTF-16 as it lies in memory: every platform that .NET 10 has is little-endian.
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        if (used + sizeof(long) + bytes.Length <= BlockSize)
        {
            Write(text.Length);
            bytes.CopyTo(block.AsSpan(used));
            used += bytes.Length;
            return;
        }

        Add(text.Length);
        Flush();
        sha.AppendData(bytes);
    }

    /// <summary>There is room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(block.AsSpan(used), number);
        used += sizeof(long);
    }

    private void AddValue(object? value)
    {
        switch (value)
        {
            case null:
                Kind('n');
                break;
            case string text:
                Kind('s');
                Add(text);
                break;
            case bool flag:
                Kind(flag ? 't' : 'f');
                break;
            case int number:
                Kind('i');
                Add(number);
                break;
            case long number:
                Kind('i');
                Add(number);
                break;
            case double number:
                Kind('r');
                Add(BitConverter.DoubleToInt64Bits(number));
                break;
            case decimal number:
                Kind('d');
                Span<int> parts = stackalloc int[4];
                decimal.GetBits(number, parts);
                Add(((long)parts[1] << 32) | (uint)parts[0]);
                Add(((long)parts[3] << 32) | (uint)parts[2]);
                break;
            default:
                throw new ArgumentException($"A commit cannot hold a {value.GetType().Name}; use null, string, bool, int, long, double or decimal.", nameof(value));
        }
    }

    private void Flush()
    {
        sha.AppendData(block.AsSpan(0, used));
        used = 0;
    }
}
