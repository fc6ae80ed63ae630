using Microsoft.Data.Sqlite;
using SfMarketo.Harness.Checks;

namespace SfMarketo.Tests.Harness.Checks;

/// <summary>The contract between the engine's file and its judges, with a file that no engine wrote; a run with an engine is in tests/Virtual.</summary>
public sealed class EngineStateReaderTests : IDisposable
{
    private const string Tables = """
        CREATE TABLE owner(instance TEXT, key0 INTEGER, key1 INTEGER, epoch INTEGER);
        CREATE TABLE inbox(stream TEXT, dedupe_key TEXT, payload BLOB, received INTEGER, state INTEGER, epoch INTEGER);
        CREATE TABLE intent(kind INTEGER, subject TEXT, epoch INTEGER);
        CREATE TABLE outbox(kind INTEGER, subject TEXT, epoch INTEGER);
        CREATE TABLE dead_letter(kind INTEGER, subject TEXT, code TEXT, last_seen INTEGER, epoch INTEGER);
        CREATE TABLE link(link_id INTEGER, mkto_id INTEGER, sf_id TEXT, state INTEGER, map_version INTEGER, shadow BLOB, epoch INTEGER);
        CREATE TABLE alias(sf_id TEXT, link_id INTEGER, epoch INTEGER);
        CREATE TABLE cursor(stream TEXT, safe_mark INTEGER, epoch INTEGER);
        CREATE TABLE quota_ledger(instance TEXT, snapshot BLOB, epoch INTEGER);
        """;

    private static readonly string[] Others =
        ["campaign_request", "company", "company_member", "engagement", "engagement_day", "incident", "moment", "opportunity", "removed_membership", "standing", "systems", "tombstone"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sfmarketo-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void What_is_in_the_file_is_read()
    {
        var state = EngineStateReader.Read(File("""
            INSERT INTO owner VALUES('default', 3, -4, 2);
            INSERT INTO inbox VALUES('s', 'a', NULL, 30, 1, 1), ('s', 'b', NULL, 20, 1, 2), ('s', 'c', x'7b7d', 40, 0, 2), ('marketo.leadchanges', '100001', NULL, 50, 1, 2);
            INSERT INTO outbox VALUES(3, 'mk:1', 2);
            INSERT INTO dead_letter VALUES(3, 'mk:1', '1003', 5, 2);
            INSERT INTO link VALUES(1, 7, '00Q', 0, 2, x'0102', 2), (2, 8, '00R', 1, 2, x'03', 2);
            INSERT INTO alias VALUES('00S', 1, 2);
            INSERT INTO cursor VALUES('s', 9, 2);
            INSERT INTO quota_ledger VALUES('default', CAST('{"day":"2026-03-03","calls":12}' AS BLOB), 2);
            """));

        state.Unread.Should().BeNull();
        state.OwnerEpochs.Should().Equal(2);
        state.NewestEpochs.Should().Equal(("alias", 2), ("cursor", 2), ("dead_letter", 2), ("inbox", 2), ("link", 2), ("outbox", 2), ("quota_ledger", 2));
        state.Inbox.Should().Equal(new EngineInboxRows("marketo.leadchanges", 1, false, 1), new EngineInboxRows("s", 0, true, 1), new EngineInboxRows("s", 1, false, 2));
        state.MarketoKeys.Should().Equal("100001");
        state.OldestReceived.Should().Be(20);
        state.HashKey.Should().Be((3, -4));
        state.Shadows.Should().ContainSingle().Which.Should().BeEquivalentTo(new EngineShadow("7", "00Q", 2, [1, 2]));
        state.Outbox.Should().Equal(new EngineEffects(3, "mk:1", 1));
        state.Intents.Should().BeEmpty();
        state.DeadLetters.Should().Equal(new EngineDeadLetter(3, "mk:1", "1003", 5));
        state.Links.Should().Equal(new EngineLink(1, "7", "00Q", true), new EngineLink(2, "8", "00R", false));
        state.Aliases.Should().Equal(("00S", 1));
        state.Cursors.Should().Equal(new EngineCursor("s", 9));
        state.Ledger.Should().Be(new EngineLedger("2026-03-03", 12));
    }

    [Fact]
    public void A_file_that_is_missing_or_lacks_a_table_or_has_another_ledger_says_so()
    {
        EngineStateReader.Read(Path.Combine(folder.FullName, "none.db")).Unread.Should().Be("the engine left no state file");
        EngineStateReader.Read(File("DROP TABLE inbox;")).Unread.Should().StartWith("the engine's state file could not be read: ").And.Contain("inbox");
        EngineStateReader.Read(File("INSERT INTO quota_ledger VALUES('default', x'00', 1);")).Unread.Should().Contain("quota_ledger");
    }

    private string File(string sql)
    {
        var path = Path.Combine(folder.FullName, $"{folder.GetFiles().Length}.db");
        using var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        file.Open();
        using var command = file.CreateCommand();
        command.CommandText = Tables + string.Concat(Others.Select(table => $"CREATE TABLE {table}(epoch INTEGER);")) + sql;
        command.ExecuteNonQuery();
        return path;
    }
}
