using System.Buffers.Binary;
using System.Text;

namespace SfMarketo.Kernel.Randomness;

/// <summary>A seeded source of draws (xoshiro256**). The same seed and the same calls give the same values on every machine.</summary>
/// <remarks>
/// One generator per concern, made by <see cref="Fork(string)"/>: one more draw in one place then shifts no other.
/// Not thread-safe, like the simulators' state, which is guarded by the simulator's own lock.
/// </remarks>
public sealed class Draws
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    public Draws(ulong seed)
    {
        Seed = seed;
        var state = seed;
        s0 = SplitMix(ref state);
        s1 = SplitMix(ref state);
        s2 = SplitMix(ref state);
        s3 = SplitMix(ref state);
    }

    private Draws(Draws other)
    {
        Seed = other.Seed;
        Perturbed = other.Perturbed;
        (s0, s1, s2, s3) = (other.s0, other.s1, other.s2, other.s3);
    }

    /// <summary>The seed this generator was made from.</summary>
    public ulong Seed { get; }

    /// <summary>The concern whose forks draw other values than the seed says; null for none. Goes on to all forks.</summary>
    public string? Perturbed { get; init; }

    /// <summary>An independent generator for one concern. Depends on the seed and the name only, never on draws made before.</summary>
    public Draws Fork(string concern)
    {
        // FNV-1a: string.GetHashCode is randomised per process.
        var hash = 14695981039346656037UL;
        foreach (var unit in Encoding.UTF8.GetBytes(concern))
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }

        var perturbation = concern == Perturbed ? 1UL : 0UL;
        return new Draws(Seed * 0x9E3779B97F4A7C15UL ^ hash ^ perturbation) { Perturbed = Perturbed };
    }

    /// <summary>The same generator in the same state, for snapshot and fork of a simulator.</summary>
    public Draws Copy() => new(this);

    public ulong NextUInt64()
    {
        var result = ulong.RotateLeft(s1 * 5, 7) * 9;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = ulong.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [0, bound).</summary>
    public int Next(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)Math.BigMul(NextUInt64(), (ulong)bound, out _);
    }

    /// <summary>Uniform in [low, high).</summary>
    public int Next(int low, int high) => low + Next(high - low);

    /// <summary>True with the given probability, 0 to 1.</summary>
    public bool Chance(double probability) => NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];

    /// <summary>Standard normal (Box-Muller, one of the pair).</summary>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    /// <summary>Exponential with the given mean: the gaps of a Poisson process.</summary>
    public TimeSpan NextExponential(TimeSpan mean) => mean * -Math.Log(1 - NextDouble());

    /// <summary>Version 4 layout, from the seed.</summary>
    public Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, NextUInt64());
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], NextUInt64());
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }

    /// <summary>Opaque text, for tokens.</summary>
    public string NextText(int length, string alphabet) =>
        string.Create(length, (this, alphabet), static (span, state) =>
        {
            foreach (ref var place in span)
            {
                place = state.alphabet[state.Item1.Next(state.alphabet.Length)];
            }
        });

    private static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
