using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>A signed assertion of the JWT bearer flow: RS256 and the four claims that count.</summary>
/// <remarks>Taken apart by hand because clients send <c>exp</c> as a number, as a string and in milliseconds, and all three work (salesforce-rest.md section 1.2).</remarks>
internal sealed class JwtAssertion
{
    // A second after the year 5138 is a millisecond of our days.
    private const double SmallestMilliseconds = 1e11;

    private readonly string signed;
    private readonly byte[] signature;

    private JwtAssertion(string signed, byte[] signature) => (this.signed, this.signature) = (signed, signature);

    public required string? Issuer { get; init; }

    public required string? Subject { get; init; }

    public required string? Audience { get; init; }

    /// <summary>Seconds since 1970; null when missing or not a number.</summary>
    public required double? ExpiresAtSeconds { get; init; }

    /// <summary><c>jti</c>, or null.</summary>
    public required string? Id { get; init; }

    /// <summary>The assertion; null for what is not a JWT signed with RS256.</summary>
    public static JwtAssertion? Parse(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 3)
        {
            return null;
        }

        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            if (header.RootElement.ValueKind != JsonValueKind.Object || payload.RootElement.ValueKind != JsonValueKind.Object || Text(header.RootElement, "alg") != "RS256")
            {
                return null;
            }

            return new JwtAssertion(parts[0] + "." + parts[1], Base64Url.DecodeFromChars(parts[2]))
            {
                Issuer = Text(payload.RootElement, "iss"),
                Subject = Text(payload.RootElement, "sub"),
                Audience = Text(payload.RootElement, "aud"),
                Id = Text(payload.RootElement, "jti"),
                ExpiresAtSeconds = Seconds(payload.RootElement),
            };
        }
        catch (Exception problem) when (problem is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public bool IsSignedBy(in RSAParameters publicKey)
    {
        using var key = RSA.Create(publicKey);
        return key.VerifyData(Encoding.ASCII.GetBytes(signed), signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Seconds(JsonElement payload)
    {
        if (!payload.TryGetProperty("exp", out var value))
        {
            return null;
        }

        var exp = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => double.NaN,
        };
        return double.IsNaN(exp) ? null : exp >= SmallestMilliseconds ? exp / 1000 : exp;
    }
}
