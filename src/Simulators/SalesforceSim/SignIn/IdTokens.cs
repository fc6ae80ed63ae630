using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SfMarketo.Kernel.Calls;
using SfMarketo.Kernel.Recording;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>Id tokens of the scope <c>openid</c> (OpenID Connect Core 1.0, section 2), good for two minutes as the vendor's.</summary>
internal sealed class IdTokens(IdTokenKey key)
{
    private const int LifeSeconds = 120;

    public IdTokenKey Key { get; } = key;

    /// <summary>A signed token that says who was signed in.</summary>
    public string Sign(SalesforceOrg org, SimCall call, Grant grant, string accessToken)
    {
        var now = Micros.ToInstant(call.WallNow).ToUnixTimeSeconds();
        using var claims = new MemoryStream();
        using (var json = new Utf8JsonWriter(claims))
        {
            json.WriteStartObject();
            json.WriteString("at_hash"u8, Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)).AsSpan(0, 16)));
            json.WriteString("sub"u8, IdentityEndpoints.IdUrl(org, call, grant.User.Id));
            json.WriteString("aud"u8, grant.App.Settings.ConsumerKey);
            json.WriteString("iss"u8, call.Origin());
            json.WriteNumber("exp"u8, now + LifeSeconds);
            json.WriteNumber("iat"u8, now);
            if (grant.Nonce is not null)
            {
                json.WriteString("nonce"u8, grant.Nonce);
            }

            json.WriteEndObject();
        }

        var header = Encoding.ASCII.GetBytes("{\"kid\":\"" + IdTokenKey.Id + "\",\"typ\":\"JWT\",\"alg\":\"RS256\"}");
        var text = Base64Url.EncodeToString(header) + "." + Base64Url.EncodeToString(claims.GetBuffer().AsSpan(0, (int)claims.Length));
        return text + "." + Base64Url.EncodeToString(Key.Sign(Encoding.ASCII.GetBytes(text)));
    }
}
