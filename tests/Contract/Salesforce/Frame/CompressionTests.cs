using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using SfMarketo.Tests.Contract.Fidelity;

namespace SfMarketo.Tests.Contract.Salesforce.Frame;

/// <summary>Compressed bodies, both ways, and indented answers.</summary>
[Source("Salesforce REST API Developer Guide, Compression Headers; PrettyPrint Header")]
public sealed class CompressionTests
{
    private const string Row = """{"LastName":"Ray","Company":"Acme"}""";

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("deflate", "deflate")]
    [InlineData("gzip, deflate, br", "gzip")]
    [InlineData("br, deflate;q=0.5", "deflate")]
    [InlineData("gzip;q=0", null)]
    [InlineData("br", null)]
    [Proves("header Accept-Encoding")]
    public async Task An_answer_is_compressed_as_the_client_takes_it(string accepted, string? coding)
    {
        await using var host = await OrgHost.StartAsync();

        using var request = await host.Request("GET", "sobjects", null, ("Accept-Encoding", accepted));
        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        response.Content.Headers.ContentEncoding.Should().Equal(coding is null ? [] : [coding]);
        Unpack(body, coding).Should().StartWith("""{"encoding":"UTF-8","maxBatchSize":200""");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [Proves("header Accept-Encoding")]
    [Proves("header Content-Type")]
    public async Task A_body_can_be_sent_compressed(string coding)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await Send(host, Pack(Encoding.UTF8.GetBytes(Row), coding), coding);

        answer.Status.Should().Be(201, answer.Body);
    }

    [Fact]
    [Proves("code EXCEEDED_MAX_SIZE_REQUEST")]
    [Unverified]
    public async Task A_small_body_that_would_fill_the_memory_is_refused()
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await Send(host, Pack(new byte[64 * 1024 * 1024], "gzip"), "gzip");

        answer.ShouldRefuse(413, "EXCEEDED_MAX_SIZE_REQUEST", "Maximum size of request reached.");
    }

    [Theory]
    [InlineData("gzip", 400, "INVALID_REQUEST")]
    [InlineData("deflate", 400, "INVALID_REQUEST")]
    [InlineData("br", 415, "UNSUPPORTED_MEDIA_TYPE")]
    [Proves("code UNSUPPORTED_MEDIA_TYPE")]
    [Unverified]
    public async Task A_body_that_is_not_what_its_coding_says_is_refused(string coding, int status, string code)
    {
        await using var host = await OrgHost.StartAsync();

        var answer = await Send(host, Encoding.UTF8.GetBytes("not packed at all"), coding);

        answer.Status.Should().Be(status, answer.Body);
        answer.Json[0].GetProperty("errorCode").GetString().Should().Be(code);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [Proves("header X-PrettyPrint")]
    public async Task Answers_are_indented_when_asked_and_numbers_keep_their_form(string header, bool indented)
    {
        await using var host = await OrgHost.StartAsync();
        var id = await host.CreateLead("\"Lead_Score__c\":23");

        var answer = await host.Call("GET", $"sobjects/Lead/{id}?fields=Lead_Score__c", null, ("X-PrettyPrint", header));

        answer.Body.Contains("\n  \"Lead_Score__c\": 23.0", StringComparison.Ordinal).Should().Be(indented);
        answer.Body.Contains("\"Lead_Score__c\":23.0", StringComparison.Ordinal).Should().Be(!indented);
    }

    private static async Task<OrgAnswer> Send(OrgHost host, byte[] body, string coding)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add(coding);
        using var request = await host.Request("POST", "sobjects/Lead", content);
        return await host.Send(request);
    }

    private static byte[] Pack(byte[] body, string coding)
    {
        using var output = new MemoryStream();
        using (Stream packer = coding == "gzip" ? new GZipStream(output, CompressionLevel.Optimal) : new ZLibStream(output, CompressionLevel.Optimal))
        {
            packer.Write(body);
        }

        return output.ToArray();
    }

    private static string Unpack(byte[] body, string? coding)
    {
        using var input = new MemoryStream(body);
        using Stream unpacker = coding switch
        {
            "gzip" => new GZipStream(input, CompressionMode.Decompress),
            "deflate" => new ZLibStream(input, CompressionMode.Decompress),
            _ => input,
        };
        using var reader = new StreamReader(unpacker);
        return reader.ReadToEnd();
    }
}
