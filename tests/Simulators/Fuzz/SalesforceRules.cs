using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace SfMarketo.Tests.Simulators.Fuzz;

/// <summary>What holds for every answer of Salesforce, whatever was asked.</summary>
internal static partial class SalesforceRules
{
    // Sign-in, trees and composite requests over their limits answer with an object; all else with a list.
    private static readonly string[] Objects = ["error", "hasErrors", "compositeResponse"];

    /// <summary>What is wrong with an answer; null when nothing is.</summary>
    public static string? Check(FuzzRequest request, int status, string? contentType, byte[] body)
    {
        if (body.Length == 0)
        {
            return status >= 400 && request.Method is not ("HEAD" or "head") ? "a refusal without a body" : null;
        }

        if (contentType?.StartsWith("text/xml", StringComparison.Ordinal) == true)
        {
            return OfSoap(status, System.Text.Encoding.UTF8.GetString(body));
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException broken)
        {
            return contentType?.Contains("json", StringComparison.Ordinal) == true ? "no JSON: " + broken.Message : null;
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.GetRawText().Contains("UNKNOWN_EXCEPTION", StringComparison.Ordinal))
            {
                return "an unknown exception";
            }

            if (status < 400)
            {
                return null;
            }

            return root.ValueKind switch
            {
                JsonValueKind.Object => Objects.Any(name => root.TryGetProperty(name, out _)) || request.Target.StartsWith("/services/async/", StringComparison.Ordinal) && root.TryGetProperty("exceptionCode", out _) ? null : "no error of the sign-in, a tree or a composite",
                JsonValueKind.Array => root.EnumerateArray().Select(OfError).FirstOrDefault(wrong => wrong is not null),
                _ => "no list of errors",
            };
        }
    }

    private static string? OfSoap(int status, string answer)
    {
        try
        {
            _ = XDocument.Parse(answer);
        }
        catch (XmlException broken)
        {
            return "no XML: " + broken.Message;
        }

        return answer.Contains("UNKNOWN_EXCEPTION", StringComparison.Ordinal) ? "an unknown exception"
            : answer.Contains("<soapenv:Fault>", StringComparison.Ordinal) == status >= 400 ? null
            : "a fault with status " + status;
    }

    private static string? OfError(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out _) && error.TryGetProperty("errorCode", out var code) && Code().IsMatch(code.GetString() ?? "") ? null : "no error: " + error.GetRawText();

    [GeneratedRegex("^[A-Z][A-Z_0-9]+$")]
    private static partial Regex Code();
}
