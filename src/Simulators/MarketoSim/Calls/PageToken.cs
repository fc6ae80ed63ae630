using System.Buffers.Binary;

namespace SfMarketo.MarketoSim.Calls;

/// <summary>The opaque <c>nextPageToken</c>: a kind and a number, checked, in the vendor's base32 look. It holds all it needs, so it survives restarts, and lives for ever unless it is stamped.</summary>
internal readonly record struct PageToken(PageTokenKind Kind, long Value)
{
    /// <summary>The stamp of a token without an end.</summary>
    private const int Unstamped = 0xB5A6E1;

    /// <summary>2020-01-01, seconds since 1970.</summary>
    private const long StampEpoch = 1_577_836_800;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Bytes = 16;
    private const int Digits = 26;

    /// <summary>The minute in which it was given, counted from 2020; a token without one never ends.</summary>
    public int Stamp { get; init; } = Unstamped;

    /// <summary>The same token with a life that begins now.</summary>
    /// <param name="now">Microseconds since 1970 UTC.</param>
    public PageToken GivenAt(long now) => this with { Stamp = MinuteOf(now) };

    /// <summary>Whether its life of some hours is over.</summary>
    public bool IsOver(long now, int hours) => Stamp != Unstamped && MinuteOf(now) - Stamp > hours * 60L;

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        bytes[0] = (byte)Kind;
        bytes[1] = (byte)(Stamp >> 16);
        BinaryPrimitives.WriteInt64BigEndian(bytes[2..], Value);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[10..], (ushort)Stamp);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[12..], Check(bytes[..12]));
        return string.Create(Digits + 6, BinaryPrimitives.ReadUInt128BigEndian(bytes), static (text, value) =>
        {
            text.Fill('=');
            for (var place = 0; place < Digits; place++)
            {
                // 26 digits of 5 bits hold 130 bits: the last digit carries two bits of nothing.
                var shift = 123 - 5 * place;
                text[place] = Alphabet[(int)((shift >= 0 ? value >> shift : value << -shift) & 31)];
            }
        });
    }

    /// <summary>False for a text that is no token of ours.</summary>
    public static bool TryParse(string text, out PageToken token)
    {
        token = default;
        if (text.Length != Digits + 6 || text.AsSpan(Digits).ContainsAnyExcept('='))
        {
            return false;
        }

        UInt128 value = 0;
        for (var place = 0; place < Digits; place++)
        {
            var digit = Alphabet.IndexOf(text[place]);
            if (digit < 0)
            {
                return false;
            }

            var shift = 123 - 5 * place;
            value |= shift >= 0 ? (UInt128)digit << shift : (UInt128)digit >> -shift;
        }

        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        token = new PageToken((PageTokenKind)bytes[0], BinaryPrimitives.ReadInt64BigEndian(bytes[2..])) { Stamp = (bytes[1] << 16) | BinaryPrimitives.ReadUInt16BigEndian(bytes[10..]) };
        return BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]) == Check(bytes[..12]);
    }

    private static int MinuteOf(long micros) => (int)((micros / 1_000_000 - StampEpoch) / 60) & 0xFFFFFF;

    private static uint Check(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261u;
        foreach (var unit in bytes)
        {
            hash = (hash ^ unit) * 16777619u;
        }

        return hash;
    }
}
