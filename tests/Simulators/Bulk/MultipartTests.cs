using System.Text;
using CsCheck;
using SfMarketo.Kernel.Calls;

namespace SfMarketo.Tests.Simulators.Bulk;

public sealed class MultipartTests
{
    private const string Type = "multipart/form-data; boundary=x1";
    private const string Head = "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n";

    [Fact]
    public async Task What_a_client_writes_is_found_by_its_name()
    {
        await Gen.Select(Gen.Byte.Array[0, 200], Gen.Byte.Array[0, 20]).SampleAsync(async (file, other) =>
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(other), "other" }, { new ByteArrayContent(file), "file", "a.csv" } };
            var body = await form.ReadAsByteArrayAsync();

            var parsed = MultipartBody.Parse(form.Headers.ContentType!.ToString(), body)!;

            parsed.Find("file")!.Value.ToArray().Should().Equal(file);
            parsed.Find("other")!.Value.ToArray().Should().Equal(other);
            parsed.Find("nothing").Should().BeNull();
        });
    }

    [Theory]
    [InlineData("--x1\r\n" + Head + "a\r\n--x1--", "a")]
    [InlineData("--x1\r\n" + Head + "a\r\n--x1--\r\n", "a")]
    [InlineData("preamble\r\n--x1\r\n" + Head + "a\r\n--x1--epilogue", "a")]
    [InlineData("--x1  \r\n" + Head + "a\r\n--x1--", "a")]
    [InlineData("--x1\r\n" + Head + "\r\n--x1--", "")]
    [InlineData("--x1\r\n" + Head + "--x1--", "")]
    [InlineData("--x1\r\n" + Head + "a\r\n--x12\r\nb\r\n--x1--", "a\r\n--x12\r\nb")]
    public void Bodies_that_the_standard_allows_are_read(string body, string content) =>
        Encoding.UTF8.GetString(MultipartBody.Parse(Type, Encoding.UTF8.GetBytes(body))!.Find("file")!.Value.Span).Should().Be(content);

    [Theory]
    [InlineData(Type, "")]
    [InlineData(Type, "--x1--")]
    [InlineData(Type, "--x1")]
    [InlineData(Type, "--x1\r\n")]
    [InlineData(Type, "--x1\r\n" + Head)]
    [InlineData(Type, "--x1\r\n" + Head + "a\n--x1--")]
    [InlineData(Type, "--x1\r\n" + Head + "a\r\n--x1\r\n")]
    [InlineData(Type, "--x1\r\n" + Head + "--x1\r\n--x1--")]
    [InlineData(Type, "--x1\r\nContent-Disposition: attachment; name=\"file\"\r\n\r\na\r\n--x1--")]
    [InlineData(Type, "--x1\r\nContent-Disposition: form-data\r\n\r\na\r\n--x1--")]
    [InlineData(Type, "--x1\r\nno header\r\n\r\na\r\n--x1--")]
    [InlineData("multipart/form-data", "--x1\r\n" + Head + "a\r\n--x1--")]
    [InlineData("multipart/form-data; boundary=\"\"", "--x1\r\n" + Head + "a\r\n--x1--")]
    [InlineData("multipart/mixed; boundary=x1", "--x1\r\n" + Head + "a\r\n--x1--")]
    [InlineData("rubbish", "--x1\r\n" + Head + "a\r\n--x1--")]
    [InlineData(null, "--x1\r\n" + Head + "a\r\n--x1--")]
    public void Others_have_no_file(string? type, string body) =>
        (MultipartBody.Parse(type, Encoding.UTF8.GetBytes(body))?.Find("file")).Should().BeNull();

    [Fact]
    public void No_body_however_cut_or_changed_throws()
    {
        var whole = Encoding.UTF8.GetBytes("p\r\n--x1\r\n" + Head + "a,b\r\nc\r\n--x1\r\nContent-Disposition: form-data; name=y\r\n\r\nz\r\n--x1--\r\n");
        Gen.Select(Gen.Int[0, whole.Length], Gen.Int[0, whole.Length - 1], Gen.OneOf(Gen.Byte, Gen.Const((byte)'\r'), Gen.Const((byte)'-')), Gen.String.Null()).Sample((length, place, value, type) =>
        {
            var body = whole[..length];
            if (place < length)
            {
                body[place] = value;
            }

            MultipartBody.Parse(Type, body);
            MultipartBody.Parse(type, body);
        });
    }
}
