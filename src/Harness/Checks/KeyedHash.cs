using System.Buffers.Binary;
using System.Numerics;

namespace SfMarketo.Harness.Checks;

/// <summary>SipHash-2-4, by which a state file knows values without holding them.</summary>
/// <remarks>Source: Aumasson and Bernstein, "SipHash: a fast short-input PRF". Written anew here: judges share no code with what they judge.</remarks>
internal sealed class KeyedHash(long first, long second)
{
    private readonly ulong key0 = (ulong)first;
    private readonly ulong key1 = (ulong)second;
    private readonly ulong[] v = new ulong[4];

    public ulong Of(ReadOnlySpan<byte> bytes)
    {
        (v[0], v[1], v[2], v[3]) = (key0 ^ 0x736f6d6570736575, key1 ^ 0x646f72616e646f6d, key0 ^ 0x6c7967656e657261, key1 ^ 0x7465646279746573);
        var whole = bytes.Length & ~7;
        for (var at = 0; at < whole; at += 8)
        {
            Take(BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]));
        }

        Span<byte> last = stackalloc byte[8];
        last.Clear();
        bytes[whole..].CopyTo(last);
        last[7] = (byte)bytes.Length;
        Take(BinaryPrimitives.ReadUInt64LittleEndian(last));
        v[2] ^= 0xff;
        Mix(4);
        return v[0] ^ v[1] ^ v[2] ^ v[3];
    }

    private void Take(ulong word)
    {
        v[3] ^= word;
        Mix(2);
        v[0] ^= word;
    }

    private void Mix(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            Half(0, 1, 13, 2, 3, 16);
            Half(2, 1, 17, 0, 3, 21);
        }
    }

    /// <summary>Two additions side by side; the first sum's word is turned by half.</summary>
    private void Half(int a, int b, int turnB, int c, int d, int turnD)
    {
        v[a] += v[b];
        v[c] += v[d];
        v[b] = BitOperations.RotateLeft(v[b], turnB) ^ v[a];
        v[d] = BitOperations.RotateLeft(v[d], turnD) ^ v[c];
        v[a] = BitOperations.RotateLeft(v[a], 32);
    }
}
