using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SfMarketo.Tests.Contract.Fidelity;

/// <summary>The text of docs/fidelity.jsonl: a line for each item and for each parameter.</summary>
internal static class FidelityLines
{
    public const string Path = "docs/fidelity.jsonl";

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(IEnumerable<Account> accounts)
    {
        var text = new StringBuilder();
        foreach (var account in accounts)
        {
            foreach (var item in account.Ledger.Items)
            {
                text.Append(Line(item, null, [.. account.Of(item)])).Append('\n');
                foreach (var parameter in item.Parameters)
                {
                    text.Append(Line(item, parameter, [.. account.Of(item, parameter)])).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    private static string Line(LedgerItem item, string? parameter, Proof[] proofs)
    {
        var standing = Account.Best(proofs);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("api", item.Api);
            json.WriteString("area", item.Area);
            json.WriteString("item", item.Name);
            if (parameter is not null)
            {
                json.WriteString("parameter", parameter);
            }

            json.WriteString("standing", standing switch { Standing.Documented => "documented", Standing.Client => "client", Standing.Unverified => "unverified", _ => "missing" });
            if (standing == Standing.Unverified && proofs.Select(proof => proof.Test.Switch).OfType<string>().FirstOrDefault() is { } name)
            {
                json.WriteString("switch", name);
            }

            json.WriteStartArray("sources");
            foreach (var source in proofs.Select(proof => proof.Test.Source?.Page).OfType<string>().Distinct().Order(StringComparer.Ordinal))
            {
                json.WriteStringValue(source);
            }

            json.WriteEndArray();
            json.WriteStartArray("tests");
            foreach (var test in proofs.Select(proof => proof.Test.FullName).Order(StringComparer.Ordinal))
            {
                json.WriteStringValue(test);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
