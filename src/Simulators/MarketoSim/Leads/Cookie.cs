using System.Text.RegularExpressions;

namespace SfMarketo.MarketoSim.Leads;

/// <summary>The value of a visitor's Munchkin cookie: <c>id:287-GTJ-838&amp;token:_mch-example.com-1428453462111-66666</c>.</summary>
/// <remarks>Source: Marketo REST API, "Leads", associate lead. Whose instance the cookie is of is not looked at.</remarks>
internal static partial class Cookie
{
    /// <summary>The token that identifies the browser; null for what is no cookie value.</summary>
    public static string? TokenOf(string value) => Form().Match(value) is { Success: true } match ? match.Groups["token"].Value : null;

    [GeneratedRegex(@"^(id:\d{3}-[A-Za-z]{3}-\d{3}&token:)?(?<token>_mch-[A-Za-z0-9.-]+-\d+-\d+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
