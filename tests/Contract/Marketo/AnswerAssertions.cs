using System.Text.Json;

namespace SfMarketo.Tests.Contract.Marketo;

/// <summary>Short words for what tests ask of an answer.</summary>
internal static class AnswerAssertions
{
    public static JsonElement.ArrayEnumerator Result(this JsonElement answer)
    {
        answer.GetProperty("success").GetBoolean().Should().BeTrue("the answer is {0}", answer);
        return answer.GetProperty("result").EnumerateArray();
    }

    public static int Id(this JsonElement record) => record.GetProperty("id").GetInt32();

    public static string? Text(this JsonElement record, string member) => record.GetProperty(member).GetString();

    /// <summary>The whole call failed with this code, and optionally this text.</summary>
    public static void ShouldFail(this JsonElement answer, string code, string? message = null)
    {
        answer.GetProperty("success").GetBoolean().Should().BeFalse("the answer is {0}", answer);
        var error = answer.GetProperty("errors").EnumerateArray().Should().ContainSingle().Subject;
        error.GetProperty("code").ValueKind.Should().Be(JsonValueKind.String);
        error.Text("code").Should().Be(code);
        if (message is not null)
        {
            error.Text("message").Should().Be(message);
        }
    }

    /// <summary>The record was skipped for this reason, and has no id.</summary>
    public static void ShouldBeSkipped(this JsonElement record, string code, string? message = null)
    {
        record.Text("status").Should().Be("skipped", "the record is {0}", record);
        record.TryGetProperty("id", out _).Should().BeFalse();
        var reason = record.GetProperty("reasons").EnumerateArray().Should().ContainSingle().Subject;
        reason.Text("code").Should().Be(code);
        if (message is not null)
        {
            reason.Text("message").Should().Be(message);
        }
    }
}
