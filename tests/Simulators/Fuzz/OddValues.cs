namespace SfMarketo.Tests.Simulators.Fuzz;

/// <summary>Values that clients send by mistake or by malice.</summary>
internal static class OddValues
{
    /// <summary>A byte that no text of ours has, in whose place one goes out that is no UTF-8.</summary>
    public const byte NoUtf8 = 0x7F;

    /// <summary>JSON values, some of them broken.</summary>
    public static IReadOnlyList<string> Json { get; } =
    [
        "null", "true", "false", "0", "-1", "1", "2147483648", "-2147483649", "9223372036854775808", "1e400", "-1e-400", "1.5", "0.1e1", "-0", "1e5", "123456789012345678901234567890",
        "\"\"", "\" \"", "\"0\"", "\"-1\"", "\"x\"", "\"null\"", "\"true\"", "\"2026-03-02\"", "\"2026-02-30T25:61:00Z\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59Z\"", "\"9999-12-31T23:59:59-14:00\"",
        "\"2026-03-02T12:00:00+99:00\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud83d\\ude00\"", "\"ſİı\"", "\"\u200b\"", "\"%s%n\"", "\"a\u007fb\"", "\"\\udc00\"", "\"'\\\"\\\\\"", "\"<a>&amp;\"", "\"NaN\"", "\"1e999\"", "\"99999999999\"",
        "[]", "{}", "[[]]", "[null]", "[{}]", "{\"\":null}", "{\"a\":{\"b\":[]}}", "[1,\"x\",null,{}]", "{\"id\":null}", "{\"id\":1,\"id\":2}", "[1,1]", "\"\\x\"", "nul", "+1", "01", "'x'", "{", "]", "",
    ];

    /// <summary>Texts of paths, parameters, headers and lines.</summary>
    public static IReadOnlyList<string> Text { get; } =
    [
        "", " ", "0", "-1", "1", "2", "01", "1.0", "1e3", "+5", "2147483647", "2147483648", "-2147483648", "9223372036854775807", "9223372036854775808", "99999999999999999999", "NaN", "null", "true", "false", "x", ".", "..", "*", "?", "%",
        "a,b", ",", ",,", "1,2,x", "1,,2", ";", "'", "\"", "\\", "{}", "[]", "{\"id\":1,\"type\":\"Folder\"}", "{\"id\":null}", "{\"id\":\"\\ud800\"}", "[{\"a\":", "\0", "\r\n", "\t", "é", "ſ", "İ", "\U0001F600", "\u202e", "\u007f",
        "2026-03-02", "2026-03-02T12:00:00Z", "2026-13-02T12:00:00Z", "2026-02-30", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59-14:00", "2026-03-02T12:00:00-0700", "2026-03-02T12:00:00.123456789Z", "T", "12",
        "email", "id", "leadId", "dedupeFields", "idField", "marketoGUID", "bytes=0-", "bytes=5-2", "bytes=-0", "bytes=-5", "bytes=99999999999-", "bytes=0-0,2-3", "application/json", "00Q000000000001AAA", "001000000000001", "Lead", "Account",
        new('x', 300), new('9', 40), "AAAA", "====", "%2F", "a=b&c=d", "id,email,firstName", "createdAt",
    ];

    public static IReadOnlyList<string> ContentTypes { get; } =
    [
        "", "application/json", "application/json; charset=utf-16", "text/plain", "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=latin1", "multipart/form-data", "multipart/form-data; boundary=",
        "multipart/form-data; boundary=b", "multipart/form-data; boundary=\"", "text/csv", "application/xml", "json", ";", "application/json;;=", "é",
    ];

    public static IReadOnlyList<string> Methods { get; } = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "get", "X"];

    public static IReadOnlyList<string> Headers { get; } =
    [
        "Range", "Accept", "Accept-Encoding", "Content-Encoding", "If-Modified-Since", "If-None-Match", "If-Match", "Cookie", "X-HTTP-Method-Override", "Sforce-Query-Options", "Sforce-Call-Options", "Sforce-Auto-Assign", "Sforce-Limit-Info",
        "Sforce-Duplicate-Rule-Header", "X-PrettyPrint", "Expect", "Transfer-Encoding", "Host", "Authorization",
    ];

    /// <summary>Whole bodies.</summary>
    public static IReadOnlyList<string> Bodies { get; } =
    [
        "", "{", "}", "[]", "null", "\"x\"", "1", "{}", "{\"input\":null}", "{\"input\":{}}", "{\"input\":[]}", "{\"input\":[null]}", "{\"input\":[[]]}", "{\"input\":[1]}", "{\"input\":[{}]}", "{\"input\":[{\"id\":null}]}", "{\"input\":[{\"id\":{}}]}",
        "{\"filter\":[]}", "{\"filter\":{\"createdAt\":[]}}", "{\"records\":[null]}", "{\"records\":[{\"attributes\":null}]}", "{\"compositeRequest\":[{}]}", "{\"batchRequests\":[null]}", "\ufeff{}", "{}{}", "{}x", "// x\n{}", "{\"a\":1,}",
        new string('[', 100), string.Concat(Enumerable.Repeat("{\"a\":", 70)), "{\"input\":" + new string('[', 70) + new string(']', 70) + "}", "{\"input\":[{\"id\":\"" + new string('x', 70_000) + "\"}]}", "email\n\"", "a,b\n1", "email,email\nx@example.com,y",
        "--b\r\n", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nemail\r\nx@example.com\r\n--b--", "--b\r\n\r\n\r\n--b--\r\n", "format=csv&file=", "folder={&name=&type", "name=a&folder={\"id\":1,\"type\":\"Folder\"}&%=%",
    ];
}
