using Microsoft.Data.Sqlite;
using SfMarketo.Harness.Running;

namespace SfMarketo.Tests.Harness.Running;

public sealed class StateFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sfmarketo-").FullName;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(10)]
    public void A_torn_log_loses_the_last_commits_and_leaves_a_whole_file(int commits)
    {
        var path = Path.Combine(folder, "state.db");
        var copy = Path.Combine(folder, "copy.db");
        var frames = new List<int>();
        using (var live = Open(path))
        {
            Run(live, "PRAGMA journal_mode=WAL; CREATE TABLE t (n INTEGER); PRAGMA wal_checkpoint(TRUNCATE);");
            frames.Add(StateFile.ReadLog(path).Frames);
            for (var row = 0; row < 10; row++)
            {
                Run(live, "INSERT INTO t VALUES (1);");
                frames.Add(StateFile.ReadLog(path).Frames);
            }

            EngineLife.CopyState(path, copy);
        }

        frames.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        var whole = new FileInfo(copy + "-wal").Length;
        StateFile.Tear(copy, frames[^(commits + 1)]);

        new FileInfo(copy + "-wal").Length.Should().NotBe(whole, "half a frame is left of the first commit that is gone or was under way");
        using var torn = Open(copy);
        Scalar(torn, "SELECT COUNT(*) FROM t").Should().Be(10L - commits);
        Scalar(torn, "PRAGMA integrity_check").Should().Be("ok");
    }

    [Fact]
    public void What_a_checkpoint_has_brought_to_the_file_is_known_as_durable()
    {
        var path = Path.Combine(folder, "state.db");
        using var live = Open(path);
        Run(live, "PRAGMA journal_mode=WAL; CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (1);");
        StateFile.ReadLog(path).Durable.Should().Be(0);
        var frames = StateFile.ReadLog(path).Frames;

        Run(live, "PRAGMA wal_checkpoint(PASSIVE);");
        Run(live, "SELECT * FROM t;");

        StateFile.ReadLog(path).Should().Be((frames, frames));
    }

    [Fact]
    public void A_file_that_is_not_open_has_no_log_to_lose()
    {
        var path = Path.Combine(folder, "state.db");

        StateFile.ReadLog(path).Should().Be((0, 0));
        StateFile.Tear(path, 0);

        File.Exists(path + "-wal").Should().BeFalse();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql) => Scalar(connection, sql);

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
