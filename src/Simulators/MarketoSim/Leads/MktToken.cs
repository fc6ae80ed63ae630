using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SfMarketo.MarketoSim.Calls;

namespace SfMarketo.MarketoSim.Leads;

/// <summary>The <c>mkt_tok</c> of a link in an e-mail: it tells who clicked. It is the instance's own and needs no memory.</summary>
/// <remarks>Source: Marketo REST API, "Leads", push lead: <c>lookupField</c> <c>mktToken</c>, and the token in each record. Its form is ours.</remarks>
internal static class MktToken
{
    public const string Lookup = "mktToken";

    private const int CheckLength = 9;

    public static string Of(MarketoInstance instance, int personId)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{instance.Options.MunchkinId}:{personId}");
        return Base64Url.EncodeToString([.. Encoding.ASCII.GetBytes(text), (byte)':', .. Check(text)]);
    }

    /// <summary>The person of a token; 0 for one that is not this instance's.</summary>
    public static int PersonOf(MarketoInstance instance, string? token)
    {
        if (token is null || !Base64Url.IsValid(token))
        {
            return 0;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        var parts = Encoding.ASCII.GetString(bytes.AsSpan(0, Math.Max(0, bytes.Length - CheckLength - 1))).Split(':');
        return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var person) && Of(instance, person) == token ? person : 0;
    }

    /// <summary>The body of a push by token as one by id: nobody's token is an id that nobody has.</summary>
    public static ReadOnlyMemory<byte> ById(MarketoCall call)
    {
        using var body = JsonDocument.Parse(call.Sim.Body);
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        foreach (var member in body.RootElement.EnumerateObject())
        {
            if (member.NameEquals("input"u8) && member.Value.ValueKind == JsonValueKind.Array)
            {
                WriteInput(call.Instance, member.Value, json);
            }
            else if (!member.NameEquals("lookupField"u8))
            {
                member.WriteTo(json);
            }
        }

        json.WriteString("lookupField"u8, "id"u8);
        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }

    private static void WriteInput(MarketoInstance instance, JsonElement input, Utf8JsonWriter json)
    {
        json.WriteStartArray("input"u8);
        foreach (var record in input.EnumerateArray())
        {
            if (record.ValueKind != JsonValueKind.Object)
            {
                record.WriteTo(json);
                continue;
            }

            json.WriteStartObject();
            foreach (var member in record.EnumerateObject())
            {
                if (member.NameEquals("mktToken"u8))
                {
                    json.WriteNumber("id"u8, PersonOf(instance, member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null));
                }
                else if (!member.NameEquals("id"u8))
                {
                    member.WriteTo(json);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static byte[] Check(string text) => SHA256.HashData(Encoding.ASCII.GetBytes("mkt_tok " + text))[..CheckLength];
}
