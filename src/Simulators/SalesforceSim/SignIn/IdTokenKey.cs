using System.Buffers.Text;
using System.Numerics;
using System.Security.Cryptography;
using SfMarketo.Kernel.Randomness;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>The RSA key with which an org signs id tokens: drawn from the seed, so that a run repeats itself, and made on first use, because that takes a second.</summary>
internal sealed class IdTokenKey(Draws draws)
{
    /// <summary>Its name in <c>/id/keys</c>.</summary>
    public const string Id = "248";

    private const int PrimeBytes = 128;
    private static readonly BigInteger Exponent = 65_537;
    private static readonly int[] SmallPrimes = [.. Enumerable.Range(3, 2_000).Where(number => Enumerable.Range(2, (int)Math.Sqrt(number) - 1).All(divisor => number % divisor != 0))];

    private RSAParameters? parameters;

    private RSAParameters Parameters => parameters ??= Make();

    /// <summary>Base64url.</summary>
    public string Modulus => Base64Url.EncodeToString(Parameters.Modulus);

    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        using var rsa = RSA.Create(Parameters);
        return rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private RSAParameters Make()
    {
        var p = NextPrime();
        var q = NextPrime();
        var d = Inverse(Exponent, (p - 1) * (q - 1));
        return new RSAParameters
        {
            Modulus = Bytes(p * q, 2 * PrimeBytes),
            Exponent = [1, 0, 1],
            D = Bytes(d, 2 * PrimeBytes),
            P = Bytes(p, PrimeBytes),
            Q = Bytes(q, PrimeBytes),
            DP = Bytes(d % (p - 1), PrimeBytes),
            DQ = Bytes(d % (q - 1), PrimeBytes),
            InverseQ = Bytes(Inverse(q, p), PrimeBytes),
        };
    }

    private BigInteger NextPrime()
    {
        Span<byte> bytes = stackalloc byte[PrimeBytes];
        for (var place = 0; place < PrimeBytes; place += sizeof(ulong))
        {
            BitConverter.TryWriteBytes(bytes[place..], draws.NextUInt64());
        }

        // Both upper bits, so that the product has all of its own; odd.
        bytes[0] |= 1;
        bytes[^1] |= 0xC0;
        var number = new BigInteger(bytes, isUnsigned: true);
        while (!IsPrime(number) || (number - 1) % Exponent == 0)
        {
            number += 2;
        }

        return number;
    }

    /// <summary>Miller-Rabin with fixed bases: for numbers that nobody chose to deceive it.</summary>
    private static bool IsPrime(BigInteger number)
    {
        foreach (var prime in SmallPrimes)
        {
            if (number % prime == 0)
            {
                return false;
            }
        }

        var odd = number - 1;
        var twos = 0;
        for (; odd.IsEven; odd >>= 1)
        {
            twos++;
        }

        foreach (var witness in SmallPrimes.AsSpan(0, 8))
        {
            if (!Passes(number, witness, odd, twos))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Passes(BigInteger number, int witness, BigInteger odd, int twos)
    {
        var power = BigInteger.ModPow(witness, odd, number);
        if (power.IsOne || power == number - 1)
        {
            return true;
        }

        for (var step = 1; step < twos; step++)
        {
            power = power * power % number;
            if (power == number - 1)
            {
                return true;
            }
        }

        return false;
    }

    private static BigInteger Inverse(BigInteger number, BigInteger modulus)
    {
        var (previous, rest) = (modulus, number % modulus);
        var (before, factor) = (BigInteger.Zero, BigInteger.One);
        while (!rest.IsZero)
        {
            var quotient = previous / rest;
            (previous, rest) = (rest, previous - quotient * rest);
            (before, factor) = (factor, before - quotient * factor);
        }

        return before.Sign < 0 ? before + modulus : before;
    }

    private static byte[] Bytes(BigInteger number, int length)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return bytes.Length == length ? bytes : [.. new byte[length - bytes.Length], .. bytes];
    }
}
