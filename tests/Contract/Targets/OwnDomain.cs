using System.Text;
using System.Text.RegularExpressions;

namespace SfMarketo.Tests.Contract.Targets;

/// <summary>Gives each test e-mail addresses of its own: the domain of the tests' addresses is another on the wire, in both directions.</summary>
internal sealed partial class OwnDomain(HttpMessageHandler inner, string domain) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(Out(request.RequestUri!.OriginalString), UriKind.Absolute);
        if (request.Content is not null)
        {
            request.Content = await RewriteAsync(request.Content, Out, cancellationToken);
        }

        var response = await base.SendAsync(request, cancellationToken);
        response.Content = await RewriteAsync(response.Content, In, cancellationToken);
        return response;
    }

    private static async Task<HttpContent> RewriteAsync(HttpContent content, Func<string, string> rewrite, CancellationToken cancellation)
    {
        var text = await content.ReadAsStringAsync(cancellation);
        var changed = new ByteArrayContent(Encoding.UTF8.GetBytes(rewrite(text)));
        foreach (var header in content.Headers.Where(header => header.Key != "Content-Length"))
        {
            changed.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return changed;
    }

    private string Out(string text) => Own().Replace(text, match => match.Groups["at"].Value + domain);

    private string In(string text) => text.Replace(domain, "example.invalid", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("(?<at>@|%40)example\\.invalid", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Own();
}
