using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.SalesforceSim.SignIn;

/// <summary>The parameters of a call to the authorization server: those of the query and of a form body, and the client of HTTP Basic.</summary>
internal sealed class SignInForm
{
    private const string Basic = "Basic ";

    private readonly SimCall call;
    private readonly Dictionary<string, StringValues> body;

    private SignInForm(SimCall call, Dictionary<string, StringValues> body)
    {
        (this.call, this.body) = (call, body);
        (ClientId, ClientSecret) = (this["client_id"], this["client_secret"]);
        if (ClientId.Length == 0 && FromHeader(call) is { } client)
        {
            (ClientId, ClientSecret) = client;
        }
    }

    public string ClientId { get; }

    public string ClientSecret { get; }

    /// <summary>Empty for one that is not there.</summary>
    public string this[string name] => body.TryGetValue(name, out var value) ? value.ToString() : call.Http.Request.Query[name].ToString();

    /// <summary>Null for a body that is no form.</summary>
    public static SignInForm? Read(SimCall call)
    {
        if (call.Body.IsEmpty)
        {
            return new SignInForm(call, []);
        }

        try
        {
            using var reader = new FormReader(Encoding.UTF8.GetString(call.Body.Span));
            return new SignInForm(call, reader.ReadForm());
        }
        catch (InvalidDataException)
        {
            // More than a form may have.
            return null;
        }
    }

    private static (string Id, string Secret)? FromHeader(SimCall call)
    {
        var header = call.Http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Basic.Length..].Trim(), bytes, out var length))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (Uri.UnescapeDataString(text[..colon]), Uri.UnescapeDataString(text[(colon + 1)..]));
    }
}
