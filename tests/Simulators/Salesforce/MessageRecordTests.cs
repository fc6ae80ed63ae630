using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Simulators.Salesforce;

/// <summary>The fourth record file (docs/records.md).</summary>
public sealed class MessageRecordTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("sfmarketo");

    private string Messages => Path.Combine(directory.FullName, "salesforce.messages.jsonl");

    [Fact]
    public void Attempts_are_lines_with_their_members_in_order()
    {
        var recorder = new Recorder("salesforce");
        using (var sink = new JsonLinesSink(directory.FullName, "salesforce"))
        {
            recorder.Add(sink);
            recorder.Message(new MessageEntry(0, "", 5, "M", 1, [new NotificationItem("04l1", "Lead", "00Q1", 9), new NotificationItem("04l2", "Lead", "00Q2", 0)], 1, "ack", 200, 7));
            recorder.Message(new MessageEntry(0, "", 6, "M", 2, [], 0, "dropped", 0, 0));
        }

        File.ReadAllLines(Messages).Should().Equal(
            """{"seq":1,"at":5,"definition":"M","message":1,"notifications":["04l1","04l2"],"items":[["Lead","00Q1",9],["Lead","00Q2",0]],"attempt":1,"answer":"ack","status":200,"tookMicros":7}""",
            """{"seq":2,"at":6,"definition":"M","message":2,"notifications":[],"items":[],"attempt":0,"answer":"dropped","status":0,"tookMicros":0}""");
    }

    [Fact]
    public void Without_messages_there_is_no_file_and_an_older_runs_file_goes()
    {
        File.WriteAllText(Messages, "old");

        using (new JsonLinesSink(directory.FullName, "salesforce"))
        {
            File.Exists(Messages).Should().BeFalse();
        }
    }

    public void Dispose() => directory.Delete(recursive: true);
}
