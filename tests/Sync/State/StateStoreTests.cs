using SfMarketo.Sync;
using SfMarketo.Sync.Effects;
using SfMarketo.Sync.Mapping;
using SfMarketo.Sync.Pacing;
using SfMarketo.Sync.State;

namespace SfMarketo.Tests.Sync.State;

public sealed class StateStoreTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".db");

    public void Dispose()
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(path + suffix);
        }
    }

    [Fact]
    public async Task What_was_committed_is_there_after_a_restart()
    {
        await using (var store = Open())
        {
            await store.CommitAsync(state => state.Cursors.Set("s", new Cursor("p", "t", 5)));
        }

        await using var again = Open();
        (await again.CommitAsync(state => state.Cursors.Find("s"))).Should().Be(new Cursor("p", "t", 5));
    }

    [Fact]
    public async Task A_change_delivered_twice_is_in_the_inbox_once()
    {
        await using var store = Open();

        var added = await store.CommitAsync(state => (state.Inbox.Add("s", "k", [1], 0), state.Inbox.Add("s", "k", [2], 0)));

        added.Should().Be((true, false));
        (await store.CommitAsync(state => state.Inbox.CountPending())).Should().Be(1);
    }

    [Fact]
    public async Task A_change_that_was_processed_is_still_known_when_it_is_delivered_again()
    {
        await using var store = Open();
        await store.CommitAsync(state =>
        {
            state.Inbox.Add("s", "k", [1], 0);
            state.Inbox.Done(state.Inbox.Pending(1)[0].Seq);
        });

        (await store.CommitAsync(state => state.Inbox.Add("s", "k", [1], 0))).Should().BeFalse();
    }

    [Fact]
    public async Task Work_that_fails_leaves_the_file_as_it_was()
    {
        var store = Open();
        await store.CommitAsync(state => state.Cursors.Set("s", new Cursor("before", "", 0)));

        var failing = () => store.CommitAsync(state =>
        {
            state.Cursors.Set("s", new Cursor("after", "", 0));
            throw new FormatException("bug");
        });

        await failing.Should().ThrowAsync<FormatException>();
        await store.DisposeAsync();
        await using var again = Open();
        (await again.CommitAsync(state => state.Cursors.Find("s")))!.Value.Position.Should().Be("before");
    }

    [Fact]
    public async Task An_owner_that_was_replaced_cannot_write()
    {
        var old = Open();
        await using var current = Open();

        var writing = () => old.CommitAsync(state => state.Cursors.Set("s", new Cursor("stale", "", 0)));

        await writing.Should().ThrowAsync<StaleOwnerException>();
        (await current.CommitAsync(state => state.Cursors.Find("s"))).Should().BeNull();
        await old.DisposeAsync();
    }

    [Fact]
    public async Task A_part_that_fails_is_undone_alone()
    {
        await using var store = Open();

        var failure = await store.CommitAsync(state =>
        {
            state.Inbox.Add("s", "kept", [1], 0);
            return state.Try(part =>
            {
                part.Inbox.Add("s", "undone", [1], 0);
                throw new FormatException("bad payload");
            });
        });

        failure.Should().BeOfType<FormatException>();
        (await store.CommitAsync(state => state.Inbox.CountPending())).Should().Be(1);
    }

    [Fact]
    public async Task Wishes_for_one_subject_become_one_row_with_the_newest_values()
    {
        await using var store = Open();
        var outgoing = new Outgoing(Settings(), new Signals());

        var row = await store.CommitAsync(state =>
        {
            outgoing.Want(state, new Effect(EffectKind.MarketoUpdate, "mk:7", Lane.Enrichment, new FieldBag { { "a", "1" }, { "b", "1" } }), 0);
            outgoing.Want(state, new Effect(EffectKind.MarketoUpdate, "mk:7", Lane.Mql, new FieldBag { { "b", "2" } }), 1000);
            return state.Outbox.All(EffectKind.MarketoUpdate);
        });

        row.Should().ContainSingle();
        row[0].Fields.Should().BeEquivalentTo(new FieldBag { { "a", "1" }, { "b", "2" } });
        row[0].Lane.Should().Be(Lane.Mql, "a pending write of a low lane rides along with the urgent one");
    }

    [Fact]
    public async Task Of_what_comes_back_undone_the_newer_wish_wins()
    {
        await using var store = Open();
        var outgoing = new Outgoing(Settings(), new Signals());

        var row = await store.CommitAsync(state =>
        {
            outgoing.Want(state, new Effect(EffectKind.MarketoUpdate, "mk:7", Lane.Enrichment, new FieldBag { { "b", "new" } }), 0);
            outgoing.Return(state, new OutboxRow(EffectKind.MarketoUpdate, "mk:7", Lane.Enrichment, 0, 0, new FieldBag { { "a", "old" }, { "b", "old" } }, 1));
            return state.Outbox.Find(EffectKind.MarketoUpdate, "mk:7")!;
        });

        row.Fields.Should().BeEquivalentTo(new FieldBag { { "a", "old" }, { "b", "new" } });
    }

    [Fact]
    public async Task A_link_is_a_function_in_both_directions()
    {
        await using var store = Open();
        var link = new Link { MarketoId = 7, SalesforceId = SalesforceId.Parse("00Q000000000001"), Shadow = new Shadow(8) };

        var (first, samePerson, sameRow) = await store.CommitAsync(state => (
            state.Links.Add(link),
            state.Links.Add(link with { SalesforceId = SalesforceId.Parse("00Q000000000002") }),
            state.Links.Add(link with { MarketoId = 8 })));

        first.Should().NotBeNull();
        samePerson.Should().BeNull();
        sameRow.Should().BeNull();
    }

    internal static SyncSettings Settings(string path = "") => new()
    {
        Salesforce = null!,
        Marketo = null!,
        StatePath = path,
    };

    private StateStore Open() => StateStore.Open(path, Durability.Normal, FieldMap.Seed, () => 0.5, static _ => ValueTask.CompletedTask);
}
