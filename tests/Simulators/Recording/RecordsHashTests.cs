using SfMarketo.Kernel.Recording;

namespace SfMarketo.Tests.Simulators.Recording;

public sealed class RecordsHashTests
{
    private static readonly CallEntry Call = new(1, "marketo", 2, 3, 4, "client", "GET", "/rest/v1/leads.json", "a=b", 200, ["601", "602"], 5, 6, 7, null);
    private static readonly CommitEntry Commit = new(1, "salesforce", 2, 3, "Lead", "00Q1", "update", Actor.Client, "sync", [new("Title", "CTO", "CEO"), new("Score", 1, null)]);
    private static readonly DeliveredEntry Delivered = new(1, "salesforce", 2, [new("Lead", "00Q1", 3), new("Lead", "00Q2", 4)]);
    private static readonly MessageEntry Message = new(1, "salesforce", 2, "Lead changed", 3, [new("04l1", "Lead", "00Q1", 4)], 1, "ack", 200, 5);

    [Fact]
    public void The_same_records_have_the_same_hash_and_each_member_of_each_counts()
    {
        CallEntry[] calls =
        [
            Call, Call with { Seq = 9 }, Call with { Sim = "salesforce" }, Call with { Call = 9 }, Call with { At = 9 }, Call with { DoneAt = 9 }, Call with { Client = "" }, Call with { Method = "POST" },
            Call with { Path = "/rest" }, Call with { Query = "" }, Call with { Status = 500 }, Call with { Codes = [] }, Call with { Codes = ["602", "601"] }, Call with { Codes = ["601602"] },
            Call with { Records = 9 }, Call with { BytesIn = 9 }, Call with { BytesOut = 9 }, Call with { Fault = "" }, Call with { Fault = "storm" }, Call with { Guidance = "" }, Call with { Guidance = "storm" },
        ];
        CommitEntry[] commits =
        [
            Commit, Commit with { Seq = 9 }, Commit with { Sim = "marketo" }, Commit with { Call = 9 }, Commit with { At = 9 }, Commit with { Object = "Contact" }, Commit with { Id = "00Q2" },
            Commit with { Op = "create" }, Commit with { Actor = Actor.Human }, Commit with { Cause = "x" }, Commit with { Fields = [] },
            .. new object?[] { null, "", "1", true, false, 1, 2.0, 1.5m, 1.50m }.Select(value => Commit with { Fields = [new("Title", null, value)] }),
            Commit with { Fields = [new("Title", 1, null)] },
            Commit with { Fields = [new("Title", null, new string('x', 20_000))] },
            Commit with { Fields = [new("Title", null, new string('x', 20_001))] },
        ];
        DeliveredEntry[] deliveries =
        [
            Delivered, Delivered with { Call = 9 }, Delivered with { Sim = "marketo" }, Delivered with { At = 9 }, Delivered with { Items = [new("Lead", "00Q2", 4), new("Lead", "00Q1", 3)] },
            Delivered with { Items = [new("Lead", "00Q1", 3), new("Lead", "00Q2", 5)] },
        ];
        MessageEntry[] messages =
        [
            Message, Message with { Seq = 9 }, Message with { At = 9 }, Message with { Definition = "x" }, Message with { Message = 9 }, Message with { Notifications = [] },
            Message with { Notifications = [new("04l1", "Lead", "00Q1", 5)] }, Message with { Attempt = 2 }, Message with { Answer = "nack" }, Message with { Status = 500 }, Message with { TookMicros = 9 },
        ];

        string[] hashes = [.. calls.Select(Of), .. commits.Select(Of), .. deliveries.Select(Of), .. messages.Select(Of)];

        hashes.Should().OnlyHaveUniqueItems().And.OnlyContain(hash => hash.Length == 64);
        Of(Call).Should().Be(hashes[0]);
    }

    [Fact]
    public void The_order_of_records_counts()
    {
        Hash(hash => { hash.OnCall(Call); hash.OnCommit(Commit); }).Should().NotBe(Hash(hash => { hash.OnCommit(Commit); hash.OnCall(Call); }));
    }

    [Fact]
    public void Any_number_of_records_costs_one_block()
    {
        using var hash = new RecordsHash();
        hash.OnCommit(Commit);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var number = 0; number < 10_000; number++)
        {
            hash.OnCommit(Commit);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(10_000 * 64, "nothing but enumerators of lists is made");
    }

    private static string Of(CallEntry entry) => Hash(hash => hash.OnCall(entry));

    private static string Of(CommitEntry entry) => Hash(hash => hash.OnCommit(entry));

    private static string Of(DeliveredEntry entry) => Hash(hash => hash.OnDelivered(entry));

    private static string Of(MessageEntry entry) => Hash(hash => hash.OnMessage(entry));

    private static string Hash(Action<RecordsHash> feed)
    {
        using var hash = new RecordsHash();
        feed(hash);
        return hash.Finish();
    }
}
