using System.Buffers;
using System.Globalization;
using System.Text.Json;
using SfMarketo.SalesforceSim.Query;

namespace SfMarketo.SalesforceSim.Soap;

/// <summary><c>query</c>, <c>queryAll</c>, <c>queryMore</c>, <c>search</c> and <c>retrieve</c>: what REST answers, as SOAP.</summary>
internal static class SoapReads
{
    // Rows a page without QueryOptions (SOAP API Developer Guide, "Change the batch size in queries").
    private const int StandardPage = 500;
    private const int MostIds = 2_000;

    public static void Query(SoapCall soap) => Query(soap, "/query?q=" + Uri.EscapeDataString(Statement(soap, "queryString")));

    public static void QueryAll(SoapCall soap) => Query(soap, "/queryAll?q=" + Uri.EscapeDataString(Statement(soap, "queryString")));

    public static void QueryMore(SoapCall soap)
    {
        var locator = soap.Arguments.TextOf("queryLocator");
        Query(soap, locator is null ? throw new SoapFaultException("INVALID_QUERY_LOCATOR", "invalid query locator") : "/query/" + Uri.EscapeDataString(locator));
    }

    public static void Search(SoapCall soap)
    {
        var json = soap.Ask("GET", "/search?q=" + Uri.EscapeDataString(Statement(soap, "searchString")));
        var writer = new SoapRowWriter(soap);
        var reader = new Utf8JsonReader(json.Span);
        soap.Xml.Start("result");
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                WriteFound(soap, writer, ref reader);
            }
        }

        soap.Xml.End("result");
    }

    public static void Retrieve(SoapCall soap)
    {
        var ids = soap.Arguments.TextsOf("ids");
        if (ids.Count > MostIds)
        {
            throw new SoapFaultException("EXCEEDED_ID_LIMIT", $"record limit reached. cannot submit more than {MostIds} records into this call");
        }

        var type = soap.Arguments.TextOf("sObjectType") ?? "";
        if (soap.Org.Store.Schema.Find(type) is null)
        {
            throw SoapRowReader.UnknownType(type);
        }

        if (ids.Count == 0)
        {
            return;
        }

        var fields = (soap.Arguments.TextOf("fieldList") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var json = soap.Ask("POST", "/composite/sobjects/" + type, Wish(ids, fields));
        var writer = new SoapRowWriter(soap);
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            writer.WriteRow(ref reader, "result");
        }

        soap.Call.Records = ids.Count;
    }

    private static ReadOnlyMemory<byte> Wish(IEnumerable<string> ids, IEnumerable<string> fields)
    {
        var output = new ArrayBufferWriter<byte>(1_024);
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        foreach (var (name, texts) in ((string, IEnumerable<string>)[])[("ids", ids), ("fields", fields)])
        {
            json.WriteStartArray(name);
            foreach (var text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }

    private static void WriteFound(SoapCall soap, SoapRowWriter writer, ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            soap.Xml.Start("searchRecords");
            writer.WriteRow(ref reader, "record");
            soap.Xml.End("searchRecords");
        }
    }

    private static void Query(SoapCall soap, string path)
    {
        var json = soap.Ask("GET", path, default, new KeyValuePair<string, string>("Sforce-Query-Options", "batchSize=" + PageSize(soap).ToString(CultureInfo.InvariantCulture)));
        soap.Xml.Start("result", "xsi:type=\"QueryResult\"");
        new SoapRowWriter(soap).WriteResult(json);
        soap.Xml.End("result");
    }

    private static int PageSize(SoapCall soap) =>
        soap.Request.Header("QueryOptions")?.TextOf("batchSize") is { } text && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var size)
            ? Math.Clamp(size, SoqlEngine.SmallestPage, SoqlEngine.LargestPage)
            : StandardPage;

    private static string Statement(SoapCall soap, string name) => soap.Arguments.TextOf(name) ?? throw new SoapFaultException("MALFORMED_QUERY", "A query string has to be specified");
}
